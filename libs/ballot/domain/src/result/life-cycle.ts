import type { CivilDate } from '@plenum/calendar';

/** What is asked of the higher body (上级工会) after the declaration (R43), and what it answered. */
export interface Approval {
  /** The last day on which its answer is in time, and the instant at which that day is over. */
  readonly dueOn: CivilDate;
  readonly dueAt: Date;
  /** A holiday notice that is not out yet may still move the day. */
  readonly provisional: boolean;
  readonly answer: HigherAnswer | null;
}

/** The document (批复) in which the higher body answered. */
export interface HigherAnswer {
  readonly approved: boolean;
  /** Its number, e.g. 总工发〔2026〕12号. */
  readonly reference: string;
  readonly documentOn: CivilDate;
  /** Why it did not approve; null where it did. */
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

/** The period of posting (公示期): until its last day is over, anybody of the organisation may object. */
export interface ResultPosting {
  readonly untilOn: CivilDate;
  readonly endsAt: Date;
  readonly provisional: boolean;
}

/** How many objections there are; what they say is kept apart. */
export interface ObjectionCounts {
  readonly open: number;
  readonly upheld: number;
  readonly dismissed: number;
}

export const NO_OBJECTIONS: ObjectionCounts = { open: 0, upheld: 0, dismissed: 0 };

/** An objection (异议) to a posted result. */
export interface ResultObjection {
  readonly id: string;
  readonly ballotId: string;
  readonly memberId: string;
  readonly text: string;
  readonly at: Date;
  readonly answer: ResultObjectionAnswer | null;
}

/** What an organiser answered to an objection: upheld, which asks for the annulment, or dismissed with the reason. */
export interface ResultObjectionAnswer {
  readonly upheld: boolean;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** Why a ballot is void from the beginning (R58). */
export interface Annulment {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** The ballot that took this one along, since it hung on its result; left out where the violation was its own. */
  readonly alongWith?: string;
}
