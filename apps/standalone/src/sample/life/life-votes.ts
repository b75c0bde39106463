import { setTimeout as pause } from 'node:timers/promises';
import { type ApiClient, ignoreConflict } from '../api-client.js';
import { SECRETARY } from '../sample-people.js';
import { ELECTION, OFFICERS, PLAN, sheetsOf, TODAY, VOTERS } from './life-story.js';
import { decided, idOf, type SampleRun } from './sample-run.js';

const HEARD_TRIES_MAX = 120;
const HEARD_PAUSE_MS = 500;

/** The votes of the session that was held: a plan by hands, a committee on paper; both declared and published. */
export async function holdVotes(run: SampleRun, sessionId: string): Promise<void> {
  await run.once('plan', async () => {
    const ballot = await opened(run, 'plan drafted', sessionId, PLAN.content, VOTERS);
    await decided(run, ballot, 'closing', { voters: PLAN.votes.yes + PLAN.votes.no + PLAN.votes.abstain });
    await ignoreConflict(run.as(OFFICERS.tellers[0]).post(`${ballot}/hands-count`, { items: [{ id: 'plan', ...PLAN.votes }] }));
    return concluded(run, ballot);
  });
  await run.once('election', async () => {
    const candidates = Object.keys(ELECTION.approvals).map((staffNo, nth) => ({
      id: staffNo,
      label: `候选人 ${nth + 1}`,
      memberId: run.memberId(staffNo),
    }));
    const ballot = await opened(run, 'election drafted', sessionId, { ...ELECTION.content, candidates }, VOTERS);
    await decided(run, ballot, 'closing', { voters: VOTERS, returned: VOTERS });
    const sheets = sheetsOf(ELECTION.approvals, VOTERS);
    for (const teller of OFFICERS.tellers) await ignoreConflict(run.as(teller).put(`${ballot}/sheets`, { sheets }));
    return concluded(run, ballot);
  });
}

/** The votes of today: one is open, for one the papers are being handed out, and of one the rules are a draft. */
export async function prepareVotes(run: SampleRun, sessionId: string): Promise<void> {
  const present = VOTERS - TODAY.notSignedIn.length;
  await run.once('open today', () => opened(run, 'open today drafted', sessionId, TODAY.open, present));
  await run.once('handed out today', () => enrolled(run, 'handed out today drafted', sessionId, TODAY.handedOut));
  await drafted(run, 'drafted today', sessionId, TODAY.drafted);
}

const drafted = ({ as, once }: SampleRun, name: string, sessionId: string, content: object): Promise<string> =>
  once(
    name,
    async () => `/api/ballot/ballots/${idOf(await as(SECRETARY).postOnceHeard('/api/ballot/ballots', { sessionId, ...content }))}`,
  );

/** A chief signs the tally that they read. */
async function signed(chief: ApiClient, ballot: string): Promise<void> {
  const { digest } = await chief.get<{ readonly digest: string }>(`${ballot}/result`);
  await ignoreConflict(chief.post(`${ballot}/signatures`, { digest }));
}

interface BallotSeen {
  readonly state: string;
  readonly presentNow: number | null;
  readonly counts: { readonly roll: number | null } | null;
}

/** Rules adopted, roll frozen, officers named. */
async function enrolled(run: SampleRun, name: string, sessionId: string, content: object): Promise<string> {
  const { as, memberId } = run;
  const secretary = as(SECRETARY);
  const ballot = await drafted(run, name, sessionId, content);
  await decided(run, ballot, 'adoption');
  const [scrutineers, tellers] = [OFFICERS.scrutineers.map(memberId), OFFICERS.tellers.map(memberId)];
  await heard('everybody on the roll', async () => {
    await decided(run, ballot, 'roll');
    return (await secretary.get<BallotSeen>(ballot)).counts?.roll === VOTERS;
  });
  await decided(run, ballot, 'officers', { scrutineers, chiefScrutineer: scrutineers[0], tellers, chiefTeller: tellers[0] });
  return ballot;
}

async function opened(run: SampleRun, name: string, sessionId: string, content: object, present: number): Promise<string> {
  const secretary = run.as(SECRETARY);
  const ballot = await enrolled(run, name, sessionId, content);
  await heard('everybody present', async () => {
    const { state, presentNow } = await secretary.get<BallotSeen>(ballot);
    return state !== 'ROLL_FROZEN' || (presentNow ?? 0) >= present;
  });
  await decided(run, ballot, 'opening', { issued: present });
  return ballot;
}

async function concluded(run: SampleRun, ballot: string): Promise<string> {
  const { as } = run;
  await ignoreConflict(as(SECRETARY).post(`${ballot}/count`));
  for (const chief of [OFFICERS.scrutineers[0], OFFICERS.tellers[0]]) await signed(as(chief), ballot);
  await decided(run, ballot, 'declaration');
  await decided(run, ballot, 'publication');
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
