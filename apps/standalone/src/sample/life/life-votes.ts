import { setTimeout as pause } from 'node:timers/promises';
import type { Door } from '../door.js';
import { SECRETARY } from '../sample-people.js';
import { ELECTION, OFFICERS, PLAN, sheetsOf, TODAY, VOTERS } from './life-story.js';
import { decided, idOf, type Telling, unlessDone } from './telling.js';

const HEARD_TRIES_MAX = 120;
const HEARD_PAUSE_MS = 500;

/** The votes of the session that was held: a plan by hands, a committee on paper; both declared and published. */
export async function holdVotes(telling: Telling, sessionId: string): Promise<void> {
  await telling.once('plan', async () => {
    const ballot = await opened(telling, 'plan drafted', sessionId, PLAN.content, VOTERS);
    await decided(telling, ballot, 'closing', { voters: PLAN.votes.yes + PLAN.votes.no + PLAN.votes.abstain });
    await unlessDone(telling.as(OFFICERS.tellers[0]).post(`${ballot}/hands-count`, { items: [{ id: 'plan', ...PLAN.votes }] }));
    return concluded(telling, ballot);
  });
  await telling.once('election', async () => {
    const candidates = Object.keys(ELECTION.approvals).map((staffNo, nth) => ({
      id: staffNo,
      label: `候选人 ${nth + 1}`,
      memberId: telling.memberId(staffNo),
    }));
    const ballot = await opened(telling, 'election drafted', sessionId, { ...ELECTION.content, candidates }, VOTERS);
    await decided(telling, ballot, 'closing', { voters: VOTERS, returned: VOTERS });
    const sheets = sheetsOf(ELECTION.approvals, VOTERS);
    for (const teller of OFFICERS.tellers) await unlessDone(telling.as(teller).put(`${ballot}/sheets`, { sheets }));
    return concluded(telling, ballot);
  });
}

/** The votes of today: one is open, for one the papers are being handed out, and of one the rules are a draft. */
export async function prepareVotes(telling: Telling, sessionId: string): Promise<void> {
  const present = VOTERS - TODAY.notSignedIn.length;
  await telling.once('open today', () => opened(telling, 'open today drafted', sessionId, TODAY.open, present));
  await telling.once('handed out today', () => enrolled(telling, 'handed out today drafted', sessionId, TODAY.handedOut));
  await drafted(telling, 'drafted today', sessionId, TODAY.drafted);
}

const drafted = ({ as, once }: Telling, name: string, sessionId: string, content: object): Promise<string> =>
  once(
    name,
    async () => `/api/ballot/ballots/${idOf(await as(SECRETARY).postOnceHeard('/api/ballot/ballots', { sessionId, ...content }))}`,
  );

/** A chief signs the tally that they read. */
async function signed(chief: Door, ballot: string): Promise<void> {
  const { digest } = await chief.get<{ readonly digest: string }>(`${ballot}/result`);
  await unlessDone(chief.post(`${ballot}/signatures`, { digest }));
}

interface BallotSeen {
  readonly state: string;
  readonly presentNow: number | null;
  readonly counts: { readonly roll: number | null } | null;
}

/** Rules adopted, roll frozen, officers named. */
async function enrolled(telling: Telling, name: string, sessionId: string, content: object): Promise<string> {
  const { as, memberId } = telling;
  const secretary = as(SECRETARY);
  const ballot = await drafted(telling, name, sessionId, content);
  await decided(telling, ballot, 'adoption');
  const [scrutineers, tellers] = [OFFICERS.scrutineers.map(memberId), OFFICERS.tellers.map(memberId)];
  await heard('everybody on the roll', async () => {
    await decided(telling, ballot, 'roll');
    return (await secretary.get<BallotSeen>(ballot)).counts?.roll === VOTERS;
  });
  await decided(telling, ballot, 'officers', { scrutineers, chiefScrutineer: scrutineers[0], tellers, chiefTeller: tellers[0] });
  return ballot;
}

async function opened(telling: Telling, name: string, sessionId: string, content: object, present: number): Promise<string> {
  const secretary = telling.as(SECRETARY);
  const ballot = await enrolled(telling, name, sessionId, content);
  await heard('everybody present', async () => {
    const { state, presentNow } = await secretary.get<BallotSeen>(ballot);
    return state !== 'ROLL_FROZEN' || (presentNow ?? 0) >= present;
  });
  await decided(telling, ballot, 'opening', { issued: present });
  return ballot;
}

async function concluded(telling: Telling, ballot: string): Promise<string> {
  const { as } = telling;
  await unlessDone(as(SECRETARY).post(`${ballot}/count`));
  for (const chief of [OFFICERS.scrutineers[0], OFFICERS.tellers[0]]) await signed(as(chief), ballot);
  await decided(telling, ballot, 'declaration');
  await decided(telling, ballot, 'publication');
  return ballot;
}

/** What another service told may still be on its way. */
async function heard(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < HEARD_TRIES_MAX; tries += 1) {
    if (await isSo()) return;
    await pause(HEARD_PAUSE_MS);
  }
  throw new Error(`The ballot service has not heard of ${what}.`);
}
