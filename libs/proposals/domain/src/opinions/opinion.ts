import type { CivilDate, RunningPeriod, WorkingCalendar } from '@plenum/calendar';
import { assertVersion } from '@plenum/kernel';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { OpinionBox } from './opinion-box.js';

/**
 * Put in; taken on by the committee, which answers it itself; with a unit; answered; judged by its suggester; declined; kept as a hint for
 * a proposal (提案线索); taken back.
 */
export const OPINION_STATES = ['RECEIVED', 'ACCEPTED', 'ROUTED', 'REPLIED', 'JUDGED', 'DECLINED', 'HINT', 'WITHDRAWN'] as const;
export type OpinionState = (typeof OPINION_STATES)[number];

/** What the committee may decide on what lies in the box. */
export const OPINION_OUTCOMES = ['ACCEPTED', 'ROUTED', 'DECLINED', 'HINT'] as const;
export type OpinionOutcome = (typeof OPINION_OUTCOMES)[number];

/** What may happen to an opinion. */
export const OPINION_STEPS = ['DECISION', 'REPLY', 'JUDGEMENT', 'WITHDRAWAL', 'PUBLICATION', 'UNPUBLISHING'] as const;

/** One thing that happened to an opinion, in the order of time. */
export interface OpinionStep {
  readonly kind: (typeof OPINION_STEPS)[number];
  /** Of a decision. */
  readonly outcome: OpinionOutcome | null;
  /** The reply, the reason, or the comment. */
  readonly text: string | null;
  /** Of a decision that routed it, and of a reply that a unit gave. */
  readonly unitId: string | null;
  readonly dueOn: CivilDate | null;
  /** Of a judgement. */
  readonly helped: boolean | null;
  readonly by: string;
  readonly at: Date;
}

/** What members of the organisation read of an opinion: in words that the committee chose, without a name. */
export interface OpinionPublication {
  readonly subject: string;
  readonly text: string;
  /** Null of a hint. */
  readonly reply: string | null;
  readonly at: Date;
}

/** The running number of an opinion, without gaps in its organisation and year. */
export interface OpinionNumber {
  readonly year: number;
  readonly nth: number;
}

/**
 * What a member put into the opinion box, at any time and outside any call. Immutable: each behaviour answers an {@link OpinionChange}.
 */
export interface Opinion {
  readonly id: string;
  readonly organisationId: string;
  /** Known to the committee alone, and to nobody who is or was of a unit. */
  readonly suggesterId: string;
  readonly number: OpinionNumber;
  readonly subject: string;
  readonly text: string;
  readonly state: OpinionState;
  /** How often it was to be answered. */
  readonly round: number;
  /** The unit that is, or was last, to answer it. */
  readonly unitId: string | null;
  /** By when what it waits for is owed: of the committee, or of the unit that it is with; null where nothing is. */
  readonly dueOn: CivilDate | null;
  /** How that day is counted; null of what is owed since before that was kept. */
  readonly duePeriod: RunningPeriod | null;
  readonly steps: readonly OpinionStep[];
  readonly publication: OpinionPublication | null;
  readonly suggestedAt: Date;
  /** Counts the changes; 1 is what was put in. */
  readonly version: number;
}

/** The facts about an opinion that others hear of. */
export type OpinionEvent =
  | { readonly type: 'OpinionReceived' }
  | { readonly type: 'OpinionDecided'; readonly outcome: OpinionOutcome; readonly reason: string | null }
  | { readonly type: 'OpinionRouted'; readonly unitId: string; readonly dueOn: CivilDate }
  | { readonly type: 'OpinionReplied' }
  | { readonly type: 'OpinionJudged' };

/** What a behaviour did. */
export interface OpinionChange {
  readonly opinion: Opinion;
  readonly events: readonly OpinionEvent[];
}

/** What the rules look at besides: how the box is kept, the instant, the calendar. */
export interface OpinionContext {
  readonly box: OpinionBox;
  readonly calendar: WorkingCalendar;
  readonly at: Date;
}

/** The number as people write it: `2026-007`. */
export const opinionNumberText = ({ year, nth }: OpinionNumber): string => `${year}-${String(nth).padStart(3, '0')}`;

/** Refuses a change made on a version that somebody has changed since. @throws `proposals.outdated` */
export function assertOpinionCurrent(read: { readonly version: number }, version: number | undefined): void {
  assertVersion(read, version, ProposalErrors.outdated);
}

/** The opinion with the given parts replaced and one step longer, one version on. */
export function withStep(
  opinion: Opinion,
  parts: Partial<Pick<Opinion, 'state' | 'round' | 'unitId' | 'dueOn' | 'duePeriod' | 'publication'>>,
  step: OpinionStep,
  ...events: OpinionEvent[]
): OpinionChange {
  return { opinion: { ...opinion, ...parts, steps: [...opinion.steps, step], version: opinion.version + 1 }, events };
}

/** A step with what is said of it. */
export const stepOf = (
  kind: OpinionStep['kind'],
  memberId: string,
  at: Date,
  parts: Partial<Omit<OpinionStep, 'kind' | 'by' | 'at'>> = {},
): OpinionStep => ({ kind, outcome: null, text: null, unitId: null, dueOn: null, helped: null, ...parts, by: memberId, at });
