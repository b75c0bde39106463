import type { DueRule } from '@plenum/calendar';
import { type Input, stated } from '../counting/input.js';
import { readDueRule } from './due-rule.js';
import {
  CANDIDATE_ORDERS,
  type CandidateOrder,
  ELECTED_OFFICES,
  type ElectedOfficeName,
  LATE_ARRIVALS,
  type LateArrivals,
  OFFICE_SCOPES,
  type OfficeScope,
  RELATIVES,
  type Relatives,
  SEALED_MARKS,
  type SealedMarks,
  TIMINGS,
  type Timing,
  type VotedKind,
} from './vocabulary.js';

/**
 * How a vote is run, as the adopted rules (选举办法) have it: `rules.procedure`, beside the rules of the count, which are in the words of
 * COUNTING.md. What is left out is as {@link PROCEDURE} has it.
 */
export interface Procedure {
  /** Whether who signs in after the opening still gets a paper (R35). */
  readonly lateArrivals: LateArrivals;
  /** Whether near relatives of a candidate may watch or count (R40). */
  readonly relatives: Relatives;
  /** How candidates are found (酝酿提名); null where the organiser puts them on the paper. */
  readonly nomination: Nomination | null;
  /** By when the higher body (上级工会) answers, from the declaration (R43); null where nobody's approval is asked. */
  readonly approval: DueRule | null;
  /** How long the result is posted (公示), from its publication, and objections are taken (R90 to R96); null for no period. */
  readonly publication: DueRule | null;
  /** What the elected are elected to, e.g. 工会委员会委员; null where the title says it. */
  readonly post: string | null;
  /** The office of the congress that the elected hold by it; null for a post that is none. */
  readonly office: ElectedOffice | null;
  /** How many scrutineers together open a sealed ballot; null for all of them. */
  readonly sharesNeeded: number | null;
  /** What a sealed paper may say of a candidate: a mark or none, or for, against or neither. */
  readonly sealedMarks: SealedMarks;
  /** Whether the voting may be opened and closed by the clock. */
  readonly timing: Timing;
  /** How many of the roll a delegation needs for its turnout to be told by itself. */
  readonly turnoutGroup: number;
}

/** An office that an election fills. */
export interface ElectedOffice {
  readonly name: ElectedOfficeName;
  readonly scope: OfficeScope;
}

/** The finding of candidates. */
export interface Nomination {
  /** How long the list of candidates is posted and objections are taken (R94, R97), from its posting. */
  readonly notice: DueRule;
  /** With more candidates than this a primary (预选) shortens the list; null for no primary. */
  readonly primaryAbove: number | null;
  /** In which order candidates stand on the paper (R33). */
  readonly order: CandidateOrder;
}

/** The procedure as rules state it; what is left out is as {@link PROCEDURE} has it. */
export interface StatedProcedure extends Partial<Omit<Procedure, 'nomination' | 'office'>> {
  readonly nomination?: StatedNomination | null;
  readonly office?: StatedOffice | null;
}

/** No primary, and the order by strokes, where these are left out. */
export type StatedNomination = Pick<Nomination, 'notice'> & Partial<Nomination>;

/** Held for the session where the scope is left out. */
export type StatedOffice = Pick<ElectedOffice, 'name'> & Partial<ElectedOffice>;

/** The procedure where the rules say nothing of it. */
export const PROCEDURE: Procedure = {
  lateArrivals: 'excluded',
  relatives: 'allowed',
  nomination: null,
  approval: null,
  publication: null,
  post: null,
  office: null,
  sharesNeeded: null,
  sealedMarks: 'one',
  timing: 'by-hand',
  turnoutGroup: 10,
};

const CANDIDATES_MAX = 300;
const POST_MAX = 100;
const SCRUTINEERS_MAX = 50; // As many as an archive takes trustees (TRUSTEES_MAX of ballot-crypto).
/** Below this a group's turnout tells of persons, whatever the rules say. */
const TURNOUT_GROUP_MIN = 5;
const TURNOUT_GROUP_MAX = 100_000;

/** The procedure of a ballot, whole. */
export function procedureOf({ rules }: { readonly rules: { readonly procedure?: StatedProcedure } }): Procedure {
  if (!rules.procedure) return PROCEDURE;
  const { nomination, office, ...others } = rules.procedure;
  return {
    ...PROCEDURE,
    ...others,
    nomination: nomination ? { primaryAbove: null, order: 'strokes', ...nomination } : null,
    office: office ? { scope: 'session', ...office } : null,
  };
}

/** Reads `rules.procedure`. Nomination and marks against a candidate are of elections. @throws MalformedError with the faulty field */
export function readProcedure(kind: VotedKind, input: Input): StatedProcedure {
  const given = input.fields(Object.keys(PROCEDURE) as (keyof Procedure)[]);
  if (kind !== 'election')
    for (const field of [given.nomination, given.sealedMarks, given.post, given.office])
      field.orNull((named) => named.refuse('not-of-this-kind'));
  return stated({
    lateArrivals: given.lateArrivals.maybe((word) => word.word(LATE_ARRIVALS)),
    relatives: given.relatives.maybe((word) => word.word(RELATIVES)),
    nomination: given.nomination.nullable(readNomination),
    approval: given.approval.nullable(readDueRule),
    publication: given.publication.nullable(readDueRule),
    post: given.post.nullable((text) => (text.text().length <= POST_MAX ? text.text() : text.refuse('too-long'))),
    office: given.office.nullable(readOffice),
    sharesNeeded: given.sharesNeeded.nullable((number) => number.whole(2, SCRUTINEERS_MAX)),
    sealedMarks: given.sealedMarks.maybe((word) => word.word(SEALED_MARKS)),
    timing: given.timing.maybe((word) => word.word(TIMINGS)),
    turnoutGroup: given.turnoutGroup.maybe((number) => number.whole(TURNOUT_GROUP_MIN, TURNOUT_GROUP_MAX)),
  });
}

function readOffice(input: Input): StatedOffice {
  const { name, scope } = input.fields(['name', 'scope']);
  return stated({ name: name.word(ELECTED_OFFICES), scope: scope.maybe((word) => word.word(OFFICE_SCOPES)) });
}

function readNomination(input: Input): StatedNomination {
  const { notice, primaryAbove, order } = input.fields(['notice', 'primaryAbove', 'order']);
  return stated({
    notice: readDueRule(notice),
    primaryAbove: primaryAbove.nullable((number) => number.whole(1, CANDIDATES_MAX)),
    order: order.maybe((word) => word.word(CANDIDATE_ORDERS)),
  });
}
