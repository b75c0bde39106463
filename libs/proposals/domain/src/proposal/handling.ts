import type { CivilDate, RunningPeriod } from '@plenum/calendar';
import type { ClosingOutcome, HandlingRequestKind, HandlingState, RatingGrade, ReplyChannel } from '../vocabulary/vocabulary.js';

/** What a lead unit answered in one round. */
export interface Reply {
  /** From 1. */
  readonly round: number;
  readonly text: string;
  readonly resultCategory: string;
  readonly channel: ReplyChannel;
  /** The evidence or the reason that its category demands; null where it demands none. */
  readonly basis: string | null;
  readonly by: string;
  readonly at: Date;
  readonly overdue: boolean;
  /** By when the proposer is asked to rate it; null for a suggestion, which is not rated. */
  readonly feedbackDueOn: CivilDate | null;
}

/** The proposer's judgement of a reply, kept apart from it, and from the handling unit until the matter is closed. */
export interface Rating {
  readonly handlingId: string;
  readonly round: number;
  readonly attitude: RatingGrade;
  readonly result: RatingGrade;
  readonly comment: string | null;
  /** Who gave it, the lead proposer of then; null of one from before that was kept. */
  readonly by: string | null;
  readonly at: Date;
}

/** How the work ended; the reason is there where its proposer was dissatisfied to the last, or whoever ended it could not know. */
export interface Ending {
  readonly outcome: ClosingOutcome | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

/** What a leader wrote on the assignment (批示); who, in the words of the committee that entered it. */
export interface Instruction {
  readonly text: string;
  readonly leader: string;
}

/** That something was asked about the work, in which round. */
export interface AskedKind {
  readonly kind: HandlingRequestKind;
  readonly round: number;
}

/** The work of one lead unit, with those that assist it, on a proposal; separate units have one each (承办). */
export interface Handling {
  readonly id: string;
  readonly proposalId: string;
  readonly leadUnitId: string;
  readonly assistingUnitIds: readonly string[];
  readonly state: HandlingState;
  readonly assigned: { readonly by: string; readonly at: Date };
  readonly instruction: Instruction | null;
  /** By when the reply of the round under way is owed, or of the last one was. */
  readonly due: RunningPeriod;
  readonly acknowledged: { readonly by: string; readonly at: Date } | null;
  /** What was asked about it since it was assigned that may be asked so often only. */
  readonly asked: readonly AskedKind[];
  /** The earliest round first. */
  readonly replies: readonly Reply[];
  readonly ending: Ending | null;
  /** Counts the changes; 1 is as it was assigned. */
  readonly version: number;
}

/** The states in which a unit owes a reply. */
export const AWAITING_REPLY: readonly HandlingState[] = ['ASSIGNED', 'IN_PROGRESS'];

/** The handling with the given parts replaced, one version on. */
export function altered(handling: Handling, parts: Partial<Handling>): Handling {
  return { ...handling, ...parts, version: handling.version + 1 };
}

/** Those that lead and those that assist, in the order in which they were named. */
export function unitsOf(handlings: readonly Handling[]): readonly string[] {
  return [...new Set(handlings.flatMap(({ leadUnitId, assistingUnitIds }) => [leadUnitId, ...assistingUnitIds]))];
}

/** The round that the next reply ends, from 1. */
export function roundUnderWay({ replies }: Pick<Handling, 'replies'>): number {
  return replies.length + 1;
}

/** The reply that stands, of the latest round. */
export function latestReply({ replies }: Pick<Handling, 'replies'>): Reply | null {
  return replies.at(-1) ?? null;
}
