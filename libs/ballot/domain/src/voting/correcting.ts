import type { DomainError } from '@plenum/kernel';
import { UNCOUNTED, notYetSigned } from '../paper-entry/entering.js';
import type { Entries } from '../paper-entry/entries.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, chiefOfficer } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Correction, ClosingCount } from '../record/count.js';
import { hasPaper } from '../rules/vocabulary.js';
import { figureFault, combineChannels } from './closing.js';

export const CORRECT_RETURNED: Policy = {
  action: 'correct-returned',
  who: chiefOfficer,
  from: ['CLOSED', 'TALLIED'],
  channel: hasPaper,
  precondition: notYetSigned,
};

/** What a chief says was really found (收回), and why it was written down otherwise. */
export interface CorrectionRequest {
  readonly found: ClosingCount;
  readonly reason: string;
}

/**
 * Corrects what was found in the box after a figure that was mistyped: a chief says it, and once the other chief says the same it holds. A
 * count that it had given, void or not, is open again; sheets that were entered stay. The figure of before and the reason remain with the
 * result.
 * @throws `ballot.not-a-chief`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.already-signed`, `ballot.nothing-to-correct`,
 * `ballot.returned-missing`, `ballot.voters-missing`, `ballot.voters-above-present`, `ballot.sheet-out-of-range`
 */
export function correctReturned(ballot: Ballot, by: Authority, { found, reason }: CorrectionRequest, entries: Entries): Change {
  assertAllowed(CORRECT_RETURNED, ballot, by);
  const before = paperFound(ballot);
  const refused = correctionFault(ballot, before, found) ?? rangeFault(found, entries);
  if (refused) throw refused;
  const corrections = ballot.reconciliation?.corrections ?? [];
  const held = corrections.filter(({ confirmedBy }) => confirmedBy !== null);
  const proposed = corrections.find(({ confirmedBy }) => confirmedBy === null);
  const isConfirmed = proposed !== undefined && proposed.by !== by.memberId && isSame(proposed.found, found);
  if (!isConfirmed) return withCorrections(ballot, [...held, { before, found, reason, by: by.memberId, confirmedBy: null }]);
  const sealed = ballot.reconciliation?.perChannel?.sealed;
  const corrected = { ...ballot, reconciliation: { ...ballot.reconciliation, ...(sealed ? combineChannels(sealed, found) : found) } };
  return withCorrections(corrected, [...held, { ...proposed, before, confirmedBy: by.memberId }], UNCOUNTED);
}

/** Of the box of paper alone: what a sealed box holds the board says. */
function paperFound({ reconciliation }: Ballot): ClosingCount {
  const { voters, returned } = reconciliation?.perChannel?.paper ?? reconciliation ?? { voters: null, returned: null };
  return { voters, returned };
}

const isSame = (one: ClosingCount, other: ClosingCount): boolean => one.voters === other.voters && one.returned === other.returned;

const correctionFault = (ballot: Ballot, before: ClosingCount, found: ClosingCount): DomainError | null =>
  isSame(before, found) ? BallotErrors.nothingToCorrect() : figureFault(ballot, found);

function rangeFault({ returned }: ClosingCount, { lastSheetNo: last }: Entries): DomainError | null {
  return last > (returned ?? 0) ? BallotErrors.sheetOutOfRange(last, returned ?? 0) : null;
}

function withCorrections(ballot: Ballot, corrections: readonly Correction[], parts: Partial<Ballot> = {}): Change {
  const { voters = null, returned = null, ...found } = ballot.reconciliation ?? {};
  return changed(ballot, { ...parts, reconciliation: { ...found, voters, returned, corrections } });
}
