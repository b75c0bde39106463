import type { DomainError } from '@plenum/kernel';
import { returnedOf } from '../paper-entry/entering.js';
import type { Entries } from '../paper-entry/entries.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiserOrOfficer } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { ClosingCount, Reconciliation } from '../record/count.js';
import { gateRulesOf } from '../rules/rules.js';
import { hasPaper } from '../rules/vocabulary.js';

export const CLOSE: Policy = { action: 'close', who: organiserOrOfficer, from: ['OPEN', 'CLOSED'] };

/** What was found on both channels of a mixed ballot, with their sum; who voted is known in all only where it is known of both. */
export function combineChannels(sealed: ClosingCount, paper: ClosingCount): Reconciliation {
  const sum = (one: number | null, other: number | null) => (one === null || other === null ? null : one + other);
  return { voters: sum(sealed.voters, paper.voters), returned: sum(sealed.returned, paper.returned), perChannel: { sealed, paper } };
}

/**
 * Closes the voting with what came out of the box (清点). A wrong figure may be put right until both entries of the sheets are complete; of
 * sealed papers the board says it, once. More papers than the rules allow are no refusal: they void the vote when it is counted (R30).
 * @throws `ballot.not-an-officer`, `ballot.wrong-state`, `ballot.returned-missing`, `ballot.voters-missing`, `ballot.voters-above-present`,
 * `ballot.entries-complete`, `ballot.sheet-out-of-range`
 */
export function close(ballot: Ballot, by: Authority, found: Reconciliation, entries: Entries, at: Date): Change {
  assertAllowed(CLOSE, ballot, by);
  if (ballot.channel === 'sealed' && ballot.state === 'CLOSED') throw BallotErrors.wrongState(CLOSE.action, ballot.state);
  const refused = figureFault(ballot, found) ?? entryFault(ballot, found, entries);
  if (refused) throw refused;
  const again = ballot.state === 'CLOSED';
  // A figure put right an hour later says nothing about who was there at the close.
  const { presentAtClose, corrections } = (again ? ballot.reconciliation : null) ?? found;
  const reconciliation = {
    ...found,
    ...(presentAtClose === undefined ? {} : { presentAtClose }),
    ...(corrections === undefined ? {} : { corrections }),
  };
  return changed(
    ballot,
    { state: 'CLOSED', reconciliation, closedAt: ballot.closedAt ?? at },
    ...(again ? [] : [{ type: 'BallotClosed' } as const]),
  );
}

/** Why these figures cannot be right, whatever was counted; null where they can. */
export function figureFault(ballot: Ballot, { voters, returned }: Reconciliation): DomainError | null {
  const present = ballot.present ?? 0;
  if (hasPaper(ballot.channel) && returned === null) return BallotErrors.returnedMissing();
  if (voters === null) return gateRulesOf(ballot).returnedLimit === 'issued' ? null : BallotErrors.votersMissing();
  return voters > present ? BallotErrors.votersAbovePresent(voters, present) : null;
}

function entryFault(ballot: Ballot, found: Reconciliation, entries: Entries): DomainError | null {
  const last = entries.lastSheetNo;
  if (last === 0) return null;
  if (entries.areComplete(returnedOf(ballot))) return BallotErrors.entriesComplete();
  const sheets = returnedOf({ reconciliation: found });
  return last > sheets ? BallotErrors.sheetOutOfRange(last, sheets) : null;
}
