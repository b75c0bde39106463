import { type CivilDate, periodUntil } from '@plenum/calendar';
import { type DomainError, type Policy, policyDecisions } from '@plenum/kernel';
import type { Attachment } from '../vocabulary/attachment.js';
import type { Authority } from '../proposal/authority.js';
import { deadlineMet, deadlineSet } from '../proposal/deadline.js';
import type { PolicyContext } from '../proposal/policy.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import {
  type Commitment,
  type CommitmentChange,
  type CommitmentEvent,
  type CommitmentStep,
  type Settlement,
  reportOf,
} from './commitment.js';

/** Everything that can be done to a promise once it is made. */
export const COMMITMENT_ACTIONS = ['note', 'report', 'accept', 'return', 'carry'] as const;
export type CommitmentAction = (typeof COMMITMENT_ACTIONS)[number];

type CommitmentPolicy = Policy<CommitmentAction, Commitment, Authority, [PolicyContext]>;

const committee = (_commitment: Commitment, by: Authority): DomainError | null => (by.reviews ? null : ProposalErrors.notTheCommittee());
const unit = ({ unitId }: Commitment, by: Authority): DomainError | null =>
  by.handles.includes(unitId) ? null : ProposalErrors.notTheHandlingUnit();
const unitOrCommittee = (commitment: Commitment, by: Authority): DomainError | null => (by.reviews ? null : unit(commitment, by));
/** Who says that it is settled does not accept it themselves, on whatever committee they sit. */
const notOwnReport = (commitment: Commitment, by: Authority): DomainError | null =>
  reportOf(commitment)?.by === by.memberId ? ProposalErrors.ownReport() : null;

/** Every action with its policy. */
export const COMMITMENT_POLICIES: Readonly<Record<CommitmentAction, CommitmentPolicy>> = {
  note: { action: 'note', who: unitOrCommittee, from: ['OPEN', 'REPORTED'] },
  report: { action: 'report', who: unit, from: ['OPEN'] },
  accept: { action: 'accept', who: committee, from: ['REPORTED'], precondition: notOwnReport },
  return: { action: 'return', who: committee, from: ['REPORTED'] },
  carry: { action: 'carry', who: committee, from: ['OPEN'] },
};

const { assertAllowed, allowed } = policyDecisions<CommitmentPolicy, Commitment, Authority, [PolicyContext]>(ProposalErrors);
const IN_ORDER = COMMITMENT_ACTIONS.map((action) => COMMITMENT_POLICIES[action]);

/** What the member may do to the promise now. */
export function allowedOnCommitment(commitment: Commitment, by: Authority, context: PolicyContext): readonly CommitmentAction[] {
  return allowed(IN_ORDER, commitment, by, context);
}

/** Refuses whoever may not attach what shows that it is settled: the unit, until it says so. @throws as {@link reportSettled} */
export function assertMayShow(commitment: Commitment, by: Authority, context: PolicyContext): void {
  assertAllowed(COMMITMENT_POLICIES.report, commitment, by, context);
}

/** How the unit says that a promise is settled. */
export interface ReportContent {
  readonly settlement: Settlement;
  /** The evidence, the explanation, or why it takes longer. */
  readonly text: string;
  readonly link: string | null;
  /** Of one to be carried on: until when. */
  readonly dueOn: CivilDate | null;
  /** What the unit attached to show it. */
  readonly files?: readonly Attachment[];
}

/** Notes how far it is; changes nothing else. @throws `proposals.not-the-handling-unit`, `proposals.wrong-state`, `proposals.incomplete` */
export function noteProgress(
  commitment: Commitment,
  by: Authority,
  { text, link }: Pick<ReportContent, 'text' | 'link'>,
  context: PolicyContext,
): CommitmentChange {
  assertAllowed(COMMITMENT_POLICIES.note, commitment, by, context);
  return changed(commitment, {}, step('NOTE', by, context, { text: words(text, 'text'), link }));
}

/**
 * The unit says that it is done, with the evidence; that it could not be, with the explanation; or that it takes longer, with the day. The
 * committee decides.
 * @throws `proposals.not-the-handling-unit`, `proposals.wrong-state`, `proposals.incomplete`, `proposals.not-a-later-day`
 */
export function reportSettled(commitment: Commitment, by: Authority, report: ReportContent, context: PolicyContext): CommitmentChange {
  assertAllowed(COMMITMENT_POLICIES.report, commitment, by, context);
  const { settlement, link, files = [] } = report;
  const dueOn = settlement === 'CARRIED' ? laterDay(commitment, report.dueOn, context) : null;
  const said = step('REPORT', by, context, { settlement, text: words(report.text, 'text'), link, files, dueOn });
  return changed(commitment, { state: 'REPORTED' }, said, { type: 'CommitmentReported', settlement });
}

/**
 * The committee accepts what the unit reported: it is done or explained, or owed by the later day.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.own-report`, `proposals.not-a-later-day`
 */
export function acceptReport(commitment: Commitment, by: Authority, context: PolicyContext): CommitmentChange {
  assertAllowed(COMMITMENT_POLICIES.accept, commitment, by, context);
  const { settlement, dueOn } = reportOf(commitment)!;
  const said = step('ACCEPTANCE', by, context, { settlement, dueOn });
  if (settlement === 'CARRIED') return carriedTo(commitment, laterDay(commitment, dueOn, context), said, context);
  const state = settlement === 'DONE' ? 'DONE' : 'EXPLAINED';
  return changed(
    commitment,
    { state },
    said,
    { type: 'CommitmentSettled', settlement: state },
    deadlineMet({ kind: 'commitment', id: commitment.id }, 'commitment', 1),
  );
}

/**
 * The committee does not: it is owed as before.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.reason-required`
 */
export function returnReport(commitment: Commitment, by: Authority, reason: string, context: PolicyContext): CommitmentChange {
  assertAllowed(COMMITMENT_POLICIES.return, commitment, by, context);
  const text = reason.trim();
  if (text === '') throw ProposalErrors.reasonRequired();
  const { settlement } = reportOf(commitment)!;
  const said = step('RETURN', by, context, { settlement, text });
  return changed(commitment, { state: 'OPEN' }, said, { type: 'CommitmentReturned', reason: text });
}

/**
 * The committee carries it on by itself, as to the next session: owed by a later day, with the reason.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.reason-required`, `proposals.not-a-later-day`
 */
export function carryOn(
  commitment: Commitment,
  by: Authority,
  { dueOn, reason }: { readonly dueOn: CivilDate; readonly reason: string },
  context: PolicyContext,
): CommitmentChange {
  assertAllowed(COMMITMENT_POLICIES.carry, commitment, by, context);
  const text = reason.trim();
  if (text === '') throw ProposalErrors.reasonRequired();
  const day = laterDay(commitment, dueOn, context);
  return carriedTo(commitment, day, step('CARRY', by, context, { settlement: 'CARRIED', text, dueOn: day }), context);
}

function carriedTo(commitment: Commitment, dueOn: CivilDate, said: CommitmentStep, context: PolicyContext): CommitmentChange {
  return changed(
    commitment,
    { state: 'OPEN', dueOn },
    said,
    { type: 'CommitmentCarried', dueOn, before: commitment.dueOn },
    deadlineSet(
      {
        about: { kind: 'commitment', id: commitment.id },
        matter: 'commitment',
        round: 1,
        ...periodUntil(dueOn, context.calendar.dayOf(context.at)),
        owedBy: { unitId: commitment.unitId },
      },
      context,
    ),
  );
}

/** A promise is carried on to a day after the one it is owed by, and not into the past. */
function laterDay({ dueOn: before }: Commitment, dueOn: CivilDate | null, { at, calendar }: PolicyContext): CivilDate {
  if (dueOn === null) throw ProposalErrors.incomplete(['dueOn']);
  if (dueOn <= before || dueOn < calendar.dayOf(at)) throw ProposalErrors.notALaterDay(before);
  return dueOn;
}

function words(text: string, field: string): string {
  const said = text.trim();
  if (said === '') throw ProposalErrors.incomplete([field]);
  return said;
}

const step = (
  kind: CommitmentStep['kind'],
  by: Authority,
  { at }: PolicyContext,
  parts: Partial<Pick<CommitmentStep, 'settlement' | 'text' | 'link' | 'dueOn' | 'files'>>,
): CommitmentStep => ({ kind, settlement: null, text: null, link: null, dueOn: null, files: [], ...parts, by: by.memberId, at });

function changed(
  commitment: Commitment,
  parts: Partial<Pick<Commitment, 'state' | 'dueOn'>>,
  said: CommitmentStep,
  ...events: CommitmentEvent[]
): CommitmentChange {
  return {
    commitment: { ...commitment, ...parts, steps: [...commitment.steps, said], version: commitment.version + 1 },
    events,
  };
}
