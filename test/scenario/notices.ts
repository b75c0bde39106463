import { probe } from '@plenum/test-kit';
import type { Person } from '../lib/api-client.js';
import type { House, Mail } from '../lib/house.js';
import type { Record } from './record.js';
import type { Merged } from './merging.js';
import { inParallel } from './order.js';
import { SIGNED } from './proposals.js';
import { STAFF, type Staff } from './staff.js';
import type { Papers } from './year.js';

interface Notice {
  readonly id: string;
  readonly code: string;
  readonly params: object;
  readonly link: string | null;
}

const TOLD_WITHIN_MS = 120_000; // Some thousand mails, on a machine that may do other things too.
const PAGE = 200;
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

/** What was done that people are told of. */
export interface Told extends Papers {
  /** How many ballots have a declared result. */
  readonly ballots: number;
}

type Inboxes = ReadonlyMap<Person, readonly Notice[]>;

/** Everybody concerned has been told, each exactly once: in the inbox, and by mail. */
export async function countNotices(house: House, { delegates }: Staff, told: Told, record: Record): Promise<void> {
  record.chapter('4  Everybody concerned is told (通知)');
  const results = STAFF * told.ballots;
  let inboxes: Inboxes = new Map();
  await probe(
    'every delegate has been told every result',
    async () => {
      inboxes = await inboxesOf(delegates);
      return tally(inboxes, RESULT) >= results;
    },
    { timeoutMs: TOLD_WITHIN_MS },
  );
  record.fact('notices of results, each delegate once a ballot', tally(inboxes, RESULT), results);
  // Each paper has three names on it; of what was merged every one hears.
  const onPaper = (told.assigned.length - 1) * 3 + told.merged.signers.length;
  record.fact('notices of replies, each signer once', tally(inboxes, REPLIED), SIGNED + onPaper);
  record.fact('notices of the second reply to the dissatisfied', tally(inboxes, REPLIED_AGAIN), 1 + 4);
  countMerged(inboxes, told.merged, record);

  const all = [...inboxes.values()].flat();
  for (const code of ['congress.agenda-agreed', 'congress.papers-sent', 'congress.agenda-adopted'])
    record.fact(`notices ${code}, each delegate once`, tally(inboxes, code), STAFF);
  record.fact('notices given twice', doubledNotices(inboxes), 0);
  const due = all.filter(({ code }) => !MAILS_LEFT_OUT.includes(code)).length;
  await probe(`${due} notices have gone out by mail`, async () => mailed(await house.mails()) >= due, {
    timeoutMs: TOLD_WITHIN_MS,
    describe: async () => `${mailed(await house.mails())} in ${(await house.mails()).length} mails`,
  });
  record.step(`${all.length} notices in ${delegates.length} inboxes, ${(await house.mails()).length} mails sent`);
}

/** How many notices some mails tell: each leads to what it is about. */
const mailed = (mails: readonly Mail[]): number =>
  mails.reduce((sum, { text }) => sum + (text.match(/^https?:\/\/\S+$/gm) ?? []).length, 0);

/** Of three that were merged, taken apart and merged again, nobody is left untold and nobody told twice. */
function countMerged(inboxes: Inboxes, { first, into, leads, signers }: Merged, record: Record): void {
  const [before, after] = [`/proposals/${first}`, `/proposals/${into}`];
  const times = (those: readonly Person[], code: string, link: string): number[] =>
    those.map((person) => inboxes.get(person)!.filter((one) => one.code === code && one.link === link).length);
  const once = (those: readonly Person[]): number[] => those.map(() => 1);
  const [proposed, merged, undone] = ['proposals.merge-proposed', 'proposals.proposals-merged', 'proposals.merge-undone'];
  record.fact('who proposed one of the three, and who signed one', [leads.length, signers.length], [3, 9]);
  record.fact('the merge of three: each of its proposers is asked once', times(leads, proposed, `${before}/merging`), once(leads));
  record.fact('each who signed one of them is told of it once', times(signers, merged, before), once(signers));
  record.fact('of its undoing once', times(signers, undone, '/proposals'), once(signers));
  record.fact('the other way round: each proposer is asked once', times(leads, proposed, `${after}/merging`), once(leads));
  record.fact('each who signed is told of it once', times(signers, merged, after), once(signers));
  record.fact('and of the answer to all three once', times(signers, REPLIED, after), once(signers));
}

async function inboxesOf(people: readonly Person[]): Promise<Inboxes> {
  const read = await inParallel(people, noticesOf);
  return new Map(people.map((person, nth) => [person, read[nth]!]));
}

/** All of them, page by page. */
async function noticesOf(person: Person): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = await person.get<{ items: readonly Notice[]; total: number }>(
      `/api/notifier/notices?pageSize=${PAGE}&page=${page}`,
    );
    notices.push(...items);
    if (items.length === 0 || notices.length >= total) return notices;
  }
}

const tally = (inboxes: Inboxes, code: string): number => [...inboxes.values()].flat().filter((notice) => notice.code === code).length;

/** Notices that say the same about the same thing to the same person. */
function doubledNotices(inboxes: Inboxes): number {
  const doubled = [...inboxes.values()].map((notices) => {
    const said = notices.map(({ code, params, link }) => JSON.stringify([code, params, link]));
    return said.length - new Set(said).size;
  });
  return doubled.reduce((sum, one) => sum + one, 0);
}
