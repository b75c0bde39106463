import { setTimeout as pause } from 'node:timers/promises';
import { ApiClient, Refused } from '../lib/api-client.js';
import type { Client, SealedVote } from '../lib/hall.js';

/** Proof that a paper is in the box. */
export interface Acknowledgement {
  readonly tracker: string;
  readonly position: number;
  readonly head: string;
  readonly signature: string;
}

/** What a device may be told and asks again, besides faults: too many at once, and a thread that died over its paper. */
const ASK_AGAIN = new Set(['too-many-requests', 'ballot.busy']);
const PATIENCE_MS = 150_000;
const PAUSE_MS = { first: 100, most: 2_000 } as const;

/** What a device came back with. */
export interface Cast {
  readonly acknowledgement: Acknowledgement;
  /** How often it had to send the paper. */
  readonly sent: number;
}

/**
 * As a device does on a bad network: sends the same paper, after longer and longer pauses, until somebody answers; where it knows
 * several addresses, at each in turn. A refusal is an answer.
 */
export async function cast({ path }: SealedVote, { voter, paper }: Client, addresses: readonly string[] = [voter.houseUrl]): Promise<Cast> {
  const clients = addresses.map((url) => new ApiClient(url).with({ authorization: `Bearer ${voter.token}` }));
  const end = performance.now() + PATIENCE_MS;
  for (let sent = 1, pauseMs: number = PAUSE_MS.first; ; sent += 1, pauseMs = Math.min(pauseMs * 1.6, PAUSE_MS.most)) {
    try {
      const client = clients[(sent - 1) % clients.length] as ApiClient;
      return { acknowledgement: await client.post<Acknowledgement>(`${path}/papers`, { paper: paper.text }), sent };
    } catch (error) {
      const isAnswer = error instanceof Refused && error.status < 500 && !ASK_AGAIN.has(error.code ?? '');
      if (isAnswer || performance.now() > end) throw error;
      await pause(pauseMs);
    }
  }
}
