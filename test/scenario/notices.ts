import { probe } from '@plenum/test-kit';
import type { Person } from '../lib/api-client.js';
import type { House } from '../lib/house.js';
import type { Record } from './record.js';
import { STAFF, type Staff } from './staff.js';

interface Notice {
  readonly id: string;
  readonly code: string;
  readonly params: object;
  readonly link: string | null;
}

const TOLD_WITHIN_MS = 120_000; // Some thousand mails, on a machine that may do other things too.
const RESULT = 'ballot.result-declared';
const REPLIED = 'proposals.proposal-replied';
const REPLIED_AGAIN = 'proposals.proposal-replied-again';
/**
 * What is in the inbox and may have no mail: what one person has others told often on a day, and what asks for something that is over
 * before its mail could go.
 */
const MAILS_LEFT_OUT = [
  'proposals.seconder-invited',
  'proposals.seconding-to-confirm',
  'proposals.proposal-seconded',
  'ballot.ballot-announced',
  'ballot.ballot-opened',
];

/** Everybody concerned has been told, each exactly once: in the inbox, and by mail. `ballots` are those with a declared result. */
export async function countNotices(house: House, { delegates }: Staff, ballots: number, record: Record): Promise<void> {
  record.chapter('4  Everybody concerned is told (通知)');
  await probe('every delegate has been told every result', async () => (await tally(delegates, RESULT)) >= STAFF * ballots, {
    timeoutMs: TOLD_WITHIN_MS,
  });
  record.fact('notices of results, each delegate once a ballot', await tally(delegates, RESULT), STAFF * ballots);
  record.fact('notices of replies, each signer once', await tally(delegates, REPLIED), 10 + 38);
  record.fact('notices of the second reply to the dissatisfied', await tally(delegates, REPLIED_AGAIN), 1 + 4);

  const all = (await Promise.all(delegates.map(noticesOf))).flat();
  record.fact('notices given twice', await doubledNotices(delegates), 0);
  const due = all.filter(({ code }) => !MAILS_LEFT_OUT.includes(code)).length;
  await probe(`${due} mails have gone out`, async () => (await house.mails()).length >= due, {
    timeoutMs: TOLD_WITHIN_MS,
    describe: async () => `${(await house.mails()).length} mails`,
  });
  record.step(`${all.length} notices in ${delegates.length} inboxes, ${(await house.mails()).length} mails sent`);
}

async function noticesOf(person: Person): Promise<readonly Notice[]> {
  return (await person.get<{ items: readonly Notice[] }>('/api/notifier/notices?pageSize=200')).items;
}

async function tally(people: readonly Person[], code: string): Promise<number> {
  let count = 0;
  for (const person of people) count += (await noticesOf(person)).filter((notice) => notice.code === code).length;
  return count;
}

/** Notices that say the same about the same thing to the same person. */
async function doubledNotices(people: readonly Person[]): Promise<number> {
  let doubled = 0;
  for (const person of people) {
    const said = (await noticesOf(person)).map(({ code, params, link }) => JSON.stringify([code, params, link]));
    doubled += said.length - new Set(said).size;
  }
  return doubled;
}
