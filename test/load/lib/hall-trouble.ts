import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../../lib/api-client.js';

const BETWEEN_MS = 50;

/** Where the trouble goes, and who makes it. */
export interface TroubleOptions {
  readonly url: string;
  /** The vote that junk papers are sent to, and a member who sends them. */
  readonly papersPath: string;
  readonly member: Person;
  readonly organisation: string;
  readonly slowSockets: number;
  readonly wrongSignInsAtATime: number;
}

/**
 * An attacker in the hall: sockets that begin a request and never finish it, wrong sign-ins at a time, and junk papers, until it is told to
 * end.
 */
export class HallTrouble {
  private readonly sockets = new Set<Socket>();
  private readonly work: Promise<unknown>;
  private isOver = false;
  private made = { sockets: 0, signIns: 0, papers: 0 };

  constructor(private readonly options: TroubleOptions) {
    const { slowSockets, wrongSignInsAtATime } = options;
    const guessing = Array.from({ length: wrongSignInsAtATime }, (_, nth) => this.repeat(() => this.signInWrongly(nth)));
    this.work = Promise.all([this.holdSockets(slowSockets), ...guessing, this.repeat(() => this.sendJunk())]);
  }

  /** Ends everything; answers how much there was of each. */
  async end(): Promise<Readonly<{ sockets: number; signIns: number; papers: number }>> {
    this.isOver = true;
    for (const socket of this.sockets) socket.destroy();
    await this.work;
    return this.made;
  }

  /** Keeps so many sockets open: one that the house closes is opened again. */
  private async holdSockets(count: number): Promise<void> {
    while (!this.isOver) {
      while (this.sockets.size < count) this.openSlowly();
      await pause(BETWEEN_MS);
    }
  }

  private openSlowly(): void {
    const { hostname, port } = new URL(this.options.url);
    const socket = connect(Number(port), hostname);
    this.sockets.add(socket);
    this.made.sockets += 1;
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    socket.write(
      `POST ${this.options.papersPath} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.7\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"paper":`,
    );
  }

  private async signInWrongly(nth: number): Promise<void> {
    const { url, organisation } = this.options;
    const [staffNo, from] = [`T${String(1 + Math.floor(Math.random() * 400)).padStart(5, '0')}`, `192.0.2.${10 + (nth % 64)}`];
    await fetch(`${url}/api/congress/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body: JSON.stringify({ organisation, staffNo, password: `wrong ${Math.random()}` }),
    }).then((answer) => answer.text());
    this.made.signIns += 1;
  }

  private async sendJunk(): Promise<void> {
    await this.options.member.ask('POST', this.options.papersPath, { paper: '{"payload":"' + 'x'.repeat(10_000) + '"}' });
    this.made.papers += 1;
  }

  private async repeat(once: () => Promise<void>): Promise<void> {
    while (!this.isOver) {
      await once().catch(() => undefined);
      await pause(BETWEEN_MS);
    }
  }
}
