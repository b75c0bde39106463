import type { CivilDate, RunningPeriod } from '@plenum/calendar';
import type { Attachment } from '../vocabulary/attachment.js';
import type { SettingChoice } from '../call/choices.js';
import type { ReplyPeriod } from './reply-period.js';
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
  /** The evidence that went out with it; fixed since. */
  readonly files: readonly Attachment[];
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
  /** Null where the call does not ask for it; one of the two is always there. */
  readonly attitude: RatingGrade | null;
  readonly result: RatingGrade | null;
  readonly comment: string | null;
  /** Who gave it; null of one from before that was kept. */
  readonly by: string | null;
  readonly at: Date;
}

/** That nobody rated a reply in time, and what the call takes that for. */
export interface Silence {
  readonly round: number;
  readonly policy: SettingChoice<'silencePolicy'>;
  readonly at: Date;
  /** Where it is to be explained: what whoever was asked said. */
  readonly explanation: { readonly text: string; readonly by: string; readonly at: Date } | null;
}

/** The meeting of committee, unit and proposers after the last round (DOMAIN 5, ESCALATED), with its minutes. */
export interface EscalationMeeting {
  readonly metOn: CivilDate;
  /** The members who were there. */
  readonly present: readonly string[];
  readonly minutes: string;
  readonly by: string;
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
  readonly due: ReplyPeriod;
  /** By when the lead unit is to speak with the proposer; null where nobody asks for it, or it has, or its reply went out. */
  readonly contactDue: RunningPeriod | null;
  readonly acknowledged: { readonly by: string; readonly at: Date } | null;
  /** What was asked about it since it was assigned that may be asked so often only. */
  readonly asked: readonly AskedKind[];
  /** The earliest round first. */
  readonly replies: readonly Reply[];
  /** Those whose rating of the latest reply is awaited; null where the time for it is over, or nobody is asked. */
  readonly askedToRate: readonly string[] | null;
  /** Of the latest reply; null where it was rated, or still may be. */
  readonly silence: Silence | null;
  /** Null unless it escalated and was talked over. */
  readonly meeting: EscalationMeeting | null;
  readonly ending: Ending | null;
  /** Counts the changes; 1 is as it was assigned. */
  readonly version: number;
}

/** Which units work on something. */
export type HandledUnits = Pick<Handling, 'leadUnitId' | 'assistingUnitIds'>;

/** The states in which a unit owes a reply. */
export const AWAITING_REPLY: readonly HandlingState[] = ['ASSIGNED', 'IN_PROGRESS'];

/** The handling with the given parts replaced, one version on. */
export function altered(handling: Handling, parts: Partial<Handling>): Handling {
  return { ...handling, ...parts, version: handling.version + 1 };
}

/** Those that lead and those that assist, in the order in which they were named. */
export function unitsOf(handlings: readonly HandledUnits[]): readonly string[] {
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
