import type { CivilDate } from '@plenum/calendar';
import { type BlankFields, withDate } from '../fields.js';
import type { Choice } from './candidates.js';

/** What an officer put in: the commitment first, what it hides when all have committed. */
export interface Contribution {
  readonly memberId: string;
  readonly commitment: string;
  /** Null until it is revealed. */
  readonly value: string | null;
}

/** One drawing of lots (抽签). A drawing that came to nothing stays, with the reason. */
export interface LotsDrawing {
  /** From 1. */
  readonly no: number;
  readonly tied: readonly string[];
  readonly seats: number;
  readonly begunBy: string;
  readonly begunAt: Date;
  readonly contributions: readonly Contribution[];
  readonly drawn: { readonly elected: readonly string[]; readonly at: Date } | null;
  readonly voided: { readonly by: string; readonly at: Date; readonly reason: string } | null;
}

/**
 * What may be decided about seats that the count left open (R37): leave them vacant, elect fewer, refer them to another body, or fill them
 * by a supplementary ballot.
 */
export const VACANCY_DECISIONS = ['leave-vacant', 'reduce-seats', 'refer', 'supplementary'] as const;
export type VacancyDecision = (typeof VACANCY_DECISIONS)[number];

/** What was decided about seats that the count left open, by whom and when, in the words of the decision. */
export interface Decision {
  readonly what: VacancyDecision;
  readonly seats: number;
  readonly text: string;
  /** Who stands in the supplementary ballot; nobody in any other decision. */
  readonly candidates: readonly Choice[];
  readonly by: string;
  readonly at: Date;
}

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

/** Why a ballot is void from the beginning (R58). */
export interface Annulment {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** The ballot that took this one along, since it hung on its result; left out where the violation was its own. */
  readonly alongWith?: string;
}

/** What became of the count: lots and decisions beside it, and the life of the result. */
export interface Result {
  /** Every drawing of lots, the latest last; one that came to nothing stays. */
  readonly drawings: readonly LotsDrawing[];
  /** What was decided about seats that the count left open. */
  readonly decisions: readonly Decision[];
  /** When the host declared the result: from then on everybody of the organisation reads it. */
  readonly declaredAt: Date | null;
  readonly publishedAt: Date | null;
  readonly archivedAt: Date | null;
  /** Whether the higher body approves; null where nobody asks it, and until the declaration. */
  readonly approval: Approval | null;
  /** How long the result is posted; null where the rules give no period, and until the publication. */
  readonly posting: ResultPosting | null;
  readonly objections: ObjectionCounts;
  readonly annulment: Annulment | null;
}

export const RESULT_FIELDS: BlankFields<Result> = {
  drawings: {
    blank: [],
    audited: true,
    read: (kept) =>
      kept.map(({ begunAt, drawn, voided, ...drawing }) => ({
        ...drawing,
        begunAt: new Date(begunAt),
        drawn: drawn && withDate(drawn),
        voided: voided && withDate(voided),
      })),
  },
  decisions: { blank: [], audited: true, read: (kept) => kept.map(withDate) },
  declaredAt: { blank: null, audited: false },
  publishedAt: { blank: null, audited: false },
  archivedAt: { blank: null, audited: false },
  approval: {
    blank: null,
    audited: true,
    read: (kept) => ({ ...kept, dueAt: new Date(kept.dueAt), answer: kept.answer && withDate(kept.answer) }),
  },
  posting: { blank: null, audited: true, read: (kept) => ({ ...kept, endsAt: new Date(kept.endsAt) }) },
  objections: { blank: NO_OBJECTIONS, audited: true },
  annulment: { blank: null, audited: true, read: withDate },
};
