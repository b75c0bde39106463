import { connect } from 'node:net';

/** Empties a Redis database, as an operator's FLUSHDB would: the queues are gone. (Only messaging knows a Redis library.) */
export async function flushRedis(redisUrl: string): Promise<void> {
  const { hostname, port, password, pathname } = new URL(redisUrl);
  const socket = connect(Number(port), hostname);
  const commands = [['AUTH', decodeURIComponent(password)], ['SELECT', pathname.slice(1) || '0'], ['FLUSHDB'], ['QUIT']];
  socket.write(commands.map((words) => `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`).join(''));
  let answers = '';
  for await (const chunk of socket) answers += String(chunk);
  if (answers !== '+OK\r\n'.repeat(commands.length)) throw new Error(`Redis answered ${answers}`);
}
