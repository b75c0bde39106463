import type { DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, officer, scrutineer, teller } from '../policy/authority.js';
import { type Ballot, type Change, changed, holdersOf } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { hasPaper } from '../rules/vocabulary.js';
import type { Entries, Entry } from './entries.js';
import { type Ruling, assertRuling } from './rulings.js';
import type { Sheet } from './sheets.js';

/** A count may be put right until somebody has signed it. */
export const notYetSigned = ({ signatures }: Ballot): DomainError | null => (signatures.length > 0 ? BallotErrors.alreadySigned() : null);

export const ENTER_SHEETS: Policy = { action: 'enter-sheets', who: teller, from: ['CLOSED'], channel: hasPaper };

/**
 * Adds sheets to the teller's own entry, in place of those with the same number; the other entry is neither read nor told. Once both are
 * complete nothing changes any more: a third decides where they differ.
 * @throws `ballot.not-a-teller`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.entries-taken`, `ballot.entries-complete`,
 * `ballot.sheet-out-of-range`
 */
export function enterSheets(ballot: Ballot, by: Authority, entries: Entries, sheets: readonly Sheet[]): Entry {
  assertAllowed(ENTER_SHEETS, ballot, by);
  const returned = returnedOf(ballot);
  const own = entries.ownOf(by.memberId);
  if (entries.areComplete(returned)) throw BallotErrors.entriesComplete();
  const beyond = sheets.find(({ no }) => no > returned);
  if (beyond) throw BallotErrors.sheetOutOfRange(beyond.no, returned);
  const merged = new Map([...own.sheets, ...sheets].map((sheet) => [sheet.no, sheet]));
  return { ...own, sheets: [...merged.values()].sort((one, other) => one.no - other.no) };
}

export const SETTLE_DIFFERENCE: Policy = {
  action: 'settle-difference',
  who: officer,
  from: ['CLOSED', 'TALLIED'],
  channel: hasPaper,
  precondition: notYetSigned,
};

/**
 * Whether a third officer may decide how a sheet reads that the two entries read differently. A count already made is open again.
 * @throws `ballot.not-an-officer`, `ballot.not-the-third`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.already-signed`,
 *   `ballot.entries-incomplete`, `ballot.no-difference`
 */
export function settleDifference(ballot: Ballot, by: Authority, entries: Entries, sheet: Sheet): Change {
  assertAllowed(SETTLE_DIFFERENCE, ballot, by);
  if (entries.wereMadeBy(by.memberId)) throw BallotErrors.notTheThird();
  if (!entries.differences(returnedOf(ballot)).some(({ no }) => no === sheet.no)) throw BallotErrors.noDifference(sheet.no);
  return changed(ballot, UNCOUNTED);
}

export const RULE_ON_DOUBT: Policy = {
  action: 'rule-on-doubt',
  who: scrutineer,
  from: ['CLOSED', 'TALLIED'],
  channel: hasPaper,
  precondition: notYetSigned,
};

/**
 * Whether a scrutineer may decide a sheet that a teller left to them (R49, R51), in place of the own decision before. It stands once two
 * decide alike, or at once where there is one scrutineer only. A count already made is open again.
 * @throws `ballot.not-a-scrutineer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.already-signed`, `ballot.entries-incomplete`,
 * `ballot.no-doubt`; MalformedError for a ruling that contradicts itself
 */
export function ruleOnDoubt(
  ballot: Ballot,
  by: Authority,
  entries: Entries,
  { sheet, ...ruling }: Omit<Ruling, 'scrutineerId'>,
): { change: Change; ruling: Ruling } {
  assertAllowed(RULE_ON_DOUBT, ballot, by);
  assertRuling({ ...ruling, sheet });
  const doubtful = entries.doubtful(returnedOf(ballot), holdersOf(ballot, 'SCRUTINEER').length);
  if (!doubtful.some(({ no }) => no === sheet.no)) throw BallotErrors.noDoubt(sheet.no);
  return { change: changed(ballot, UNCOUNTED), ruling: { ...ruling, sheet, scrutineerId: by.memberId } };
}

/** The papers that came out of the box; on a mixed ballot the sheets of paper alone. */
export const returnedOf = ({ reconciliation }: Pick<Ballot, 'reconciliation'>): number =>
  (reconciliation?.perChannel?.paper ?? reconciliation)?.returned ?? 0;

/** A count that is open again. */
export const UNCOUNTED = { state: 'CLOSED', tally: null } as const;
