import type { CivilDate } from '@plenum/calendar';
import type { BlankFields } from '../fields.js';

/** A matter or a candidate as it stands on the paper. A candidate who is a member is known by the id too. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly memberId: string | null;
  /** The proposal that an item of a resolution decides, where it decides one. */
  readonly proposalId?: string | null;
  /** The unit that an item of a resolution finds excellent or not, where it is about one. */
  readonly unitId?: string | null;
}

/** Who proposes a candidate: a delegation, delegates together, the outgoing committee (上届委员会), the higher union (上级工会). */
export const PROPOSERS = ['delegation', 'delegates', 'outgoing-committee', 'higher-union'] as const;
export type ProposerKind = (typeof PROPOSERS)[number];

/**
 * How a nominee stands: put forward; declined by the nominee; removed by an upheld objection; or left behind by the primary (预选).
 * Only who is put forward comes onto the paper.
 */
export const NOMINEE_STATUSES = ['put-forward', 'declined', 'removed', 'left-behind'] as const;
export type NomineeStatus = (typeof NOMINEE_STATUSES)[number];

/** Who proposed somebody: the delegation by its id, delegates together by theirs; both empty for the others. */
export interface Proposer {
  readonly by: ProposerKind;
  readonly delegationId: string | null;
  readonly memberIds: readonly string[];
}

/** Somebody whose name was put forward (提名), as it would stand on the paper. */
export interface Nominee extends Choice {
  readonly proposer: Proposer;
  readonly status: NomineeStatus;
}

/** The list on the board (公示): from which day, and the last day for objections; provisional while a holiday notice may still move it. */
export interface Posting {
  readonly postedOn: CivilDate;
  readonly until: CivilDate;
  readonly provisional: boolean;
}

/** The finding of candidates (酝酿提名) as far as it got. Objections are kept apart. */
export interface Nominations {
  readonly nominees: readonly Nominee[];
  /** Null until the list is posted, and again whenever a name is added to it. */
  readonly posting: Posting | null;
  /** The day on which the paper was fixed; null while it is not. */
  readonly closedOn: CivilDate | null;
}

/** What counts as a near relative (近亲属, R40, R41); each is the same read from either side. */
export const KINSHIPS = ['spouse', 'parent-child', 'siblings'] as const;
export type Kinship = (typeof KINSHIPS)[number];

/** Two members who were said to be near relatives. Nothing else is kept: neither who said it nor why. */
export interface RelativePair {
  /** In the order of the ids, so that a pair stands once. */
  readonly memberIds: readonly [string, string];
  readonly kind: Kinship;
}

/** What and who stands on the paper, and how they came there. */
export interface Candidates {
  /** What stands on the paper; of an election that nominates whoever stands so far, in the paper's order once the nomination is closed. */
  readonly choices: readonly Choice[];
  /** Null until a name is put forward. */
  readonly nominations: Nominations | null;
  /** Who was said to be near relatives; told to organisers and officers alone. */
  readonly relatives: readonly RelativePair[];
}

export const CANDIDATES_FIELDS: BlankFields<Candidates> = {
  choices: { blank: [], audited: true },
  nominations: { blank: null, audited: true },
  relatives: { blank: [], audited: false }, // Secrecy: nobody else's to know.
};
