import { text } from 'node:stream/consumers';
import { count } from './count.js';
import { verify } from './verify.js';

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const err = (line: string): void => void process.stderr.write(`${line}\n`);

const COMMANDS: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = {
  verify: (argv) => verify(argv, { out, err }),
  count: (argv) => count(argv, { stdin: () => text(process.stdin), out, err }),
};

const [word = '', ...argv] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
if (command) {
  process.exitCode = await command(argv);
} else {
  err(`name a command: ${Object.keys(COMMANDS).join(' | ')}`);
  process.exitCode = 2;
}
