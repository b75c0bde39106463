import type { WorkingCalendar } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import { neededCandidates } from '../counting/gates.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { nominationRuleOf, nominationsOf, toChoices } from '../preparing/nominations.js';
import { officerConflict } from '../preparing/officers.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Nominee } from '../record/candidates.js';
import { electionRulesOf } from '../rules/rules.js';
import type { CandidateOrder } from '../rules/vocabulary.js';
import { type Objection, openObjections } from './objections.js';
import { candidatesAfterPrimary } from './primary.js';

/** Compares two names; the service injects one by strokes and one by sound, of the platform's own data. */
export interface NameCollator {
  compare(a: string, b: string): number;
}

/** What the close needs besides the ballot. */
export interface ClosingMeans {
  readonly objections: readonly Objection[];
  /** The latest primary of the ballot; null where there was none. */
  readonly primary: Ballot | null;
  readonly calendar: WorkingCalendar;
  readonly collators: Readonly<Record<Exclude<CandidateOrder, 'as-put'>, NameCollator>>;
}

const closable = (ballot: Ballot): DomainError | null => {
  const { posting, closedOn } = nominationsOf(ballot);
  if (closedOn !== null) return BallotErrors.nominationClosed();
  return posting === null ? BallotErrors.notPosted() : null;
};

export const CLOSE_NOMINATION: Policy = { action: 'close-nomination', who: organiser, from: ['NOMINATION'], precondition: closable };

/**
 * Fixes the paper: the notice period is over, no objection is open, more than the rules allow went through a primary, and there are
 * candidates enough (差额, R25). Their order is that of the rules (R33).
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.nomination-closed`, `ballot.not-posted`, `ballot.notice-running`,
 * `ballot.candidate-objections-open`, `ballot.primary-needed`, `ballot.primary-open`, `ballot.too-few-candidates`,
 * `ballot.officer-is-candidate`, `ballot.officer-is-relative`
 */
export function closeNomination(
  ballot: Ballot,
  by: Authority,
  { objections, primary, calendar, collators }: ClosingMeans,
  at: Date,
): Change {
  assertAllowed(CLOSE_NOMINATION, ballot, by);
  const nominations = nominationsOf(ballot);
  const rule = nominationRuleOf(ballot);
  if (rule === null) throw BallotErrors.noNomination();
  if (nominations.posting && at < calendar.endOf(nominations.posting.until)) throw BallotErrors.noticeRunning(nominations.posting.until);
  const open = openObjections(ballot, objections);
  if (open.length > 0) throw BallotErrors.candidateObjectionsOpen(open.length);
  const going = candidatesAfterPrimary(ballot, primary);
  const least = neededForPaper(ballot);
  if (going.length < least) throw BallotErrors.tooFewCandidates(going.length, least);
  const nominees = nominations.nominees.map((nominee): Nominee =>
    nominee.status !== 'put-forward' || going.includes(nominee) ? nominee : { ...nominee, status: 'left-behind' },
  );
  const closed = { ...ballot, choices: toChoices(inOrder(going, rule.order, collators)) };
  const refused = officerConflict(closed);
  if (refused) throw refused;
  return changed(closed, { nominations: { ...nominations, nominees, closedOn: calendar.dayOf(at) } });
}

/** How many candidates a paper needs at least: one where there is no surplus. */
export function neededForPaper(ballot: Ballot): number {
  const rules = electionRulesOf(ballot);
  return (rules && neededCandidates(rules)) ?? 1;
}

/** In the order of the rules; the same name, and any where they say so, as they were put. */
function inOrder(nominees: readonly Nominee[], order: CandidateOrder, collators: ClosingMeans['collators']): readonly Nominee[] {
  if (order === 'as-put') return nominees;
  return [...nominees].sort((one, other) => collators[order].compare(one.label, other.label));
}
