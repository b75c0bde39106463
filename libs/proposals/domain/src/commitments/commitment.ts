import type { CivilDate } from '@plenum/calendar';
import { assertVersion } from '@plenum/kernel';
import type { Attachment } from '../vocabulary/attachment.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { DeadlineMetEvent, DeadlineSetEvent } from '../proposal/proposal.events.js';

/** Owed; said by the unit to be settled, which the committee has not looked at; kept; or explained why it could not be. */
export const COMMITMENT_STATES = ['OPEN', 'REPORTED', 'DONE', 'EXPLAINED'] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** How a promise may be settled: done with its evidence, explained why not, or carried on to a later day. */
export const SETTLEMENTS = ['DONE', 'EXPLAINED', 'CARRIED'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What may happen to a promise: progress noted, settled as the unit says, accepted or returned by the committee, carried on by it. */
export const COMMITMENT_STEPS = ['NOTE', 'REPORT', 'ACCEPTANCE', 'RETURN', 'CARRY'] as const;

/** One thing that happened to a promise, in the order of time. */
export interface CommitmentStep {
  readonly kind: (typeof COMMITMENT_STEPS)[number];
  /** As what it is reported or accepted. */
  readonly settlement: Settlement | null;
  /** The note, the evidence, the explanation, or the reason. */
  readonly text: string | null;
  /** Where the evidence can be seen. */
  readonly link: string | null;
  /** The evidence that was attached to it; fixed since. */
  readonly files: readonly Attachment[];
  /** The day to which it is, or is asked to be, carried on. */
  readonly dueOn: CivilDate | null;
  readonly by: string;
  readonly at: Date;
}

/**
 * What a reply promised (承诺事项): it outlives the closing of its proposal, the session and the term, until it is done or explained.
 * Immutable: each behaviour answers a {@link CommitmentChange}.
 */
export interface Commitment {
  readonly id: string;
  readonly organisationId: string;
  readonly proposalId: string;
  /** Of the proposal: in which session it was made. */
  readonly sessionId: string;
  /** Of the reply that it stands in, or was read from. */
  readonly round: number;
  readonly unitId: string;
  readonly promise: string;
  /** The day that was promised first; a promise carried on stays due by it in every figure. */
  readonly firstDueOn: CivilDate;
  readonly dueOn: CivilDate;
  /** Made by the unit with its reply, or by the committee from a reply that stands. */
  readonly origin: 'REPLY' | 'COMMITTEE';
  readonly state: CommitmentState;
  readonly steps: readonly CommitmentStep[];
  readonly madeBy: string;
  readonly madeAt: Date;
  /** Counts the changes; 1 is the promise. */
  readonly version: number;
}

/** The facts about a promise that others hear of. */
export type CommitmentEvent =
  | { readonly type: 'CommitmentMade'; readonly dueOn: CivilDate }
  | { readonly type: 'CommitmentReported'; readonly settlement: Settlement }
  | { readonly type: 'CommitmentReturned'; readonly reason: string }
  | { readonly type: 'CommitmentSettled'; readonly settlement: 'DONE' | 'EXPLAINED' }
  | { readonly type: 'CommitmentCarried'; readonly dueOn: CivilDate; readonly before: CivilDate }
  | DeadlineSetEvent
  | DeadlineMetEvent;

/** What a behaviour did: the promise as it is now, and the facts that others hear of. */
export interface CommitmentChange {
  readonly commitment: Commitment;
  readonly events: readonly CommitmentEvent[];
}

/** The step in which the unit last said that it is settled; null where it did not since the committee returned it. */
export function reportOf({ state, steps }: Pick<Commitment, 'state' | 'steps'>): CommitmentStep | null {
  return state === 'REPORTED' ? (steps.findLast(({ kind }) => kind === 'REPORT') ?? null) : null;
}

/** Whether a day past its date has come and it is neither done nor explained. */
export function isOverdue({ state, dueOn }: Pick<Commitment, 'state' | 'dueOn'>, today: CivilDate): boolean {
  return (state === 'OPEN' || state === 'REPORTED') && today > dueOn;
}

/** Refuses a change made on a version that somebody has changed since. @throws `proposals.outdated` */
export function assertCommitmentCurrent(read: { readonly version: number }, version: number | undefined): void {
  assertVersion(read, version, ProposalErrors.outdated);
}
