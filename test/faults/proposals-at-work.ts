import { randomUUID } from 'node:crypto';
import { probe } from '@plenum/test-kit';
import { type Person, Refused } from '../lib/api-client.js';
import type { House } from '../lib/house.js';
import { onceKnown, Organisation } from '../lib/organisation.js';
import type { Told } from './ledger.js';

/** A session whose delegates propose and ask each other to second: every invitation is one event, one notice and one mail. */
export interface Congress {
  readonly delegates: readonly Person[];
  readonly callId: string;
}

const DELEGATES = 6;

/** Sets up an organisation with a session, delegates and an open call. */
export async function prepareCongress(house: House): Promise<Congress> {
  const organisation = await Organisation.found(house, 'school');
  const delegates = await organisation.crowd(DELEGATES);
  const session = await organisation.session();
  await organisation.seat(session, delegates);
  await organisation.office('PROPOSALS_COMMITTEE', organisation.secretary);
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const call = { sessionId: session.sessionId, opensAt: at(-1), closesAt: at(5) };
  const { id: callId } = await onceKnown('the committee is known', () =>
    organisation.secretary.post<{ id: string }>('/api/proposals/calls', call),
  );
  return { delegates, callId };
}

/** Drafts proposals one after another, each inviting all other delegates. @returns what everybody is to be told, once each */
export async function propose(
  { delegates, callId }: Congress,
  proposals: number,
  between: (done: number) => Promise<void> = async () => undefined,
): Promise<Told[]> {
  const told: Told[] = [];
  for (let done = 0; done < proposals; done += 1) {
    const proposer = delegates[done % delegates.length] as Person;
    const others = delegates.filter((delegate) => delegate !== proposer);
    const link = `/proposals/${await proposeOnce(proposer, callId, others)}`;
    told.push(...others.map((person) => ({ person, code: 'proposals.seconder-invited', link })));
    await between(done + 1);
  }
  return told;
}

/** As people do when a page says "try again": the same draft by the same key, the same invitations. */
async function proposeOnce(proposer: Person, callId: string, others: readonly Person[]): Promise<string> {
  const keyed = proposer.with({ 'idempotency-key': randomUUID() });
  const draft = { callId, subject: 'A lift for the library', grounds: 'The stairs are steep.', measures: 'Build a lift.' };
  const { id } = await patiently('the draft is taken', () => keyed.post<{ id: string }>('/api/proposals/proposals', draft));
  await patiently('the invitations are taken', () =>
    proposer.post(`/api/proposals/proposals/${id}/invitations`, { memberIds: others.map(({ memberId }) => memberId) }),
  );
  return id;
}

/** Tries again while the house is in trouble (500 and above, or no answer); a refusal is an answer. */
async function patiently<T>(what: string, ask: () => Promise<T>): Promise<T> {
  const outcome = await probe(
    what,
    async () => {
      try {
        return { answer: await ask() };
      } catch (error) {
        if (error instanceof Refused && error.status < 500 && error.status !== 403 && error.status !== 404) return { refused: error };
        throw error;
      }
    },
    { timeoutMs: 60_000 },
  );
  if ('refused' in outcome) throw outcome.refused;
  return outcome.answer as T;
}
