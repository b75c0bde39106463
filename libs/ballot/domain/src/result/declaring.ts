import type { WorkingCalendar } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import { lotsPending } from '../open-seats/lots.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { procedureOf } from '../rules/procedure.js';
import { chiefsMissing } from '../tally/signing.js';
import { deadlineSet, lastDayOf } from './deadlines.js';
import { effectOf, isStopped } from './effect.js';

const unready = (ballot: Ballot): DomainError | null => {
  const missing = chiefsMissing(ballot);
  if (missing.length > 0) return BallotErrors.signaturesMissing(missing);
  return lotsPending(ballot) ? BallotErrors.lotsUndrawn() : null;
};

export const DECLARE: Policy = { action: 'declare', who: organiser, from: ['TALLIED', 'SIGNED'], precondition: unready };

/**
 * Declares the signed result (宣布, R42): the chief scrutineer has read all figures, the host says what they came to. From here everybody
 * of the organisation reads it. It is effective at once, or, where the rules ask the higher body, with its approval (R43); where a gate
 * stopped the count there is nothing to approve.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.signatures-missing`, `ballot.lots-undrawn`
 */
export function declare(ballot: Ballot, by: Authority, calendar: WorkingCalendar, at: Date): Change {
  assertAllowed(DECLARE, ballot, by, at);
  const declared = { state: 'DECLARED', declaredAt: at } as const;
  const said = { type: 'ResultDeclared', status: statusOf(ballot) } as const;
  const { approval } = procedureOf(ballot);
  if (approval === null || isStopped(ballot)) return changed(ballot, declared, said, ...effectOf(ballot));
  const lastDay = lastDayOf(approval, at, calendar);
  const { on, over, provisional } = lastDay;
  return changed(
    ballot,
    { ...declared, approval: { dueOn: on, dueAt: over, provisional, answer: null } },
    said,
    deadlineSet('approval', lastDay, calendar),
  );
}

const unapproved = ({ state, approval }: Ballot): DomainError | null =>
  state === 'DECLARED' && approval !== null ? BallotErrors.approvalMissing(approval.dueOn) : null;

export const PUBLISH: Policy = { action: 'publish', who: organiser, from: ['DECLARED', 'APPROVED'], precondition: unapproved };

/**
 * Posts the result (公示) for the period that the rules give, from today; where the higher body is asked, with its approval.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.approval-missing`
 */
export function publish(ballot: Ballot, by: Authority, calendar: WorkingCalendar, at: Date): Change {
  assertAllowed(PUBLISH, ballot, by, at);
  const published = { state: 'PUBLISHED', publishedAt: at } as const;
  const { publication } = procedureOf(ballot);
  if (publication === null) return changed(ballot, published, { type: 'ResultPublished', status: statusOf(ballot), untilOn: null });
  const lastDay = lastDayOf(publication, at, calendar);
  const { on, over, provisional } = lastDay;
  const said = { type: 'ResultPublished', status: statusOf(ballot), untilOn: on } as const;
  const posting = { untilOn: on, endsAt: over, provisional };
  return changed(ballot, { ...published, posting }, said, deadlineSet('publication', lastDay, calendar));
}

const stillOpen = ({ posting, objections }: Ballot, _by: Authority, at?: Date): DomainError | null => {
  if (objections.upheld > 0) return BallotErrors.annulmentDue(objections.upheld);
  if (posting && at && at < posting.endsAt) return BallotErrors.periodRunning(posting.untilOn);
  return objections.open > 0 ? BallotErrors.objectionsOpen(objections.open) : null;
};

export const ARCHIVE: Policy = { action: 'archive', who: organiser, from: ['PUBLISHED'], precondition: stillOpen };

/**
 * Closes the file (归档, R57) once the posting is over and nothing is open. It is asked for: no clock does it.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.annulment-due`, `ballot.period-running`, `ballot.objections-open`
 */
export function archive(ballot: Ballot, by: Authority, at: Date): Change {
  assertAllowed(ARCHIVE, ballot, by, at);
  return changed(
    ballot,
    { state: 'ARCHIVED', archivedAt: at },
    ...(ballot.posting ? [{ type: 'DeadlineMet', matter: 'publication' } as const] : []),
  );
}

const statusOf = ({ tally }: Ballot): string => tally?.outcome.status ?? '';
