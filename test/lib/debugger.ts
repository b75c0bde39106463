import { once } from 'node:events';
import { probe } from '@plenum/test-kit';
import { WebSocket } from 'ws';
import type { House, Service } from './house.js';

/** Put into the environment of a house, so that every process of it listens for its debugger on a port of its own. */
export const ANY_DEBUG_PORT = { NODE_OPTIONS: '--inspect-port=0' } as const;

const ENDS_WITHIN_MS = 20_000;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string; readonly workerInfo?: { readonly url: string } };
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/**
 * Ends one thread of a running service on the spot, with whatever it has in hand. The service has no endpoint for this and no
 * setting: Node wakes the debugger of any process at SIGUSR1, and through it we tell one thread to exit.
 * @param program what the thread runs, as a part of its file's name
 */
export async function killThread(house: House, service: Service, program = 'piscina'): Promise<void> {
  const session = await probe(`${service} listens to its debugger`, async () => attach(house, service), { timeoutMs: 60_000 });
  try {
    const thread = await session.threadOf(program);
    await session.end(thread);
  } finally {
    session.close();
  }
}

async function attach(house: House, service: Service): Promise<DebugSession | false> {
  const pid = await house.pidOf(service);
  process.kill(pid, 'SIGUSR1');
  // The log is older than the process: the last address may be of one that is gone.
  const address = (await house.logOf(service))
    .match(/^Debugger listening on (ws:\S+)$/gm)
    ?.at(-1)
    ?.split(' ')
    .at(-1);
  if (!address) return false;
  const session = await DebugSession.open(address);
  if ((await session.ask('Runtime.evaluate', { expression: 'process.pid' })) === pid) return session;
  session.close();
  return false;
}

/** A conversation with a process in the protocol of Node's inspector. */
class DebugSession {
  private readonly heard: Message[] = [];
  private asked = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.heard.push(JSON.parse(data.toString()) as Message));
    socket.on('error', () => undefined); // A process that is killed cuts it: the next question waits in vain and says so.
  }

  static async open(address: string): Promise<DebugSession> {
    const socket = new WebSocket(address, { handshakeTimeout: 5_000 });
    const session = new DebugSession(socket);
    await once(socket, 'open');
    return session;
  }

  async ask(method: string, params: object = {}): Promise<unknown> {
    const id = (this.asked += 1);
    this.socket.send(JSON.stringify({ id, method, params }));
    const { result } = await probe(`${method} is answered`, () => this.heard.find((message) => message.id === id));
    return result?.result?.value;
  }

  /** A thread that runs this program. */
  async threadOf(program: string): Promise<string> {
    await this.ask('NodeWorker.enable', { waitForDebuggerOnStart: false });
    const attached = await probe(`there is a thread of ${program}`, () =>
      this.heard.find(
        ({ method, params }) =>
          method === 'NodeWorker.attachedToWorker' && params?.workerInfo?.url.includes(program) && !this.isGone(params.sessionId),
      ),
    );
    return attached.params?.sessionId as string;
  }

  async end(thread: string): Promise<void> {
    await this.ask('NodeWorker.sendMessageToWorker', {
      sessionId: thread,
      message: JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: 'process.exit(9)' } }),
    });
    // A thread that waits for work, because the rest of it is done meanwhile, hears nobody before it is given some: it ends with that.
    await probe('the thread is gone', () => this.isGone(thread), { timeoutMs: ENDS_WITHIN_MS }).catch(() => undefined);
  }

  close(): void {
    this.socket.close();
  }

  private isGone(sessionId: string | undefined): boolean {
    return this.heard.some(({ method, params }) => method === 'NodeWorker.detachedFromWorker' && params?.sessionId === sessionId);
  }
}
