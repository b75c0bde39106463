import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../../lib/api-client.js';
import type { BenchVote } from './ballot-service.js';

const BUSY_PAUSE_MS = 100;

/** What came of the papers of many devices. */
export interface Casting {
  readonly seconds: number;
  /** Of each paper that was acknowledged, from the moment it was due to be sent, in milliseconds. */
  readonly latencies: readonly number[];
  /** How often the service said that it was too busy and the device sent again. */
  readonly turnedAway: number;
}

/** Devices that cast over connections that they keep; plain `node:http`, so that the clients cost the cores little. */
export class Devices {
  private readonly agent: Agent;
  private turnedAway = 0;
  private sent = 0;

  constructor(
    private readonly vote: BenchVote,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  close(): void {
    this.agent.destroy();
  }

  /** Casts papers, always so many at once as there are connections. */
  async castAll(papers: readonly string[], atOnce: number): Promise<Casting> {
    const bodies = papers.map(bodyOf);
    const latencies: number[] = [];
    const startedAt = performance.now();
    let next = 0;
    const device = async (): Promise<void> => {
      while (next < bodies.length) {
        const dueAt = performance.now();
        await this.cast(bodies[next++] as Buffer);
        latencies.push(performance.now() - dueAt);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, device));
    return this.casting(startedAt, latencies);
  }

  /**
   * Casts papers at a fixed rate, whatever the service does, as delegates do who know nothing of each other: each paper's time runs from
   * the moment it was due, so that a pause of the service is told by every paper that met it.
   */
  async castAtRate(papers: readonly string[], perSecond: number): Promise<Casting> {
    const bodies = papers.map(bodyOf);
    const latencies: number[] = [];
    const startedAt = performance.now();
    await Promise.all(
      bodies.map(async (body, nth) => {
        const dueAt = startedAt + (nth * 1000) / perSecond;
        await pause(Math.max(0, dueAt - performance.now()));
        await this.cast(body);
        latencies.push(performance.now() - dueAt);
      }),
    );
    return this.casting(startedAt, latencies);
  }

  private casting(startedAt: number, latencies: readonly number[]): Casting {
    const casting = { seconds: (performance.now() - startedAt) / 1000, latencies, turnedAway: this.turnedAway };
    this.turnedAway = 0;
    return casting;
  }

  /** Sends a paper until it is acknowledged. @throws Error when it is refused otherwise than for want of room */
  private async cast(body: Buffer): Promise<void> {
    for (;;) {
      const { status, text } = await this.send(body);
      if (status === 200) return;
      if (!text.includes('ballot.busy')) throw new Error(`a paper was answered ${status} ${text}`);
      this.turnedAway += 1;
      await pause(BUSY_PAUSE_MS);
    }
  }

  private send(body: Buffer): Promise<{ readonly status: number; readonly text: string }> {
    const { url, path, voters } = this.vote;
    const voter = voters[this.sent++ % voters.length] as Person;
    const headers = { 'content-type': 'application/json', 'content-length': body.length, authorization: `Bearer ${voter.token}` };
    return new Promise((resolve, reject) => {
      const asked = request(`${url}${path}/papers`, { method: 'POST', agent: this.agent, headers }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece)).on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

const bodyOf = (paper: string): Buffer => Buffer.from(JSON.stringify({ paper }));
