import { RATING_GRADES, type RatingGrade } from '../vocabulary/vocabulary.js';
import type { AssignedUnit, MatterClass } from './matter.js';
import { assertAddsUp, type Rate } from './rates.js';
import {
  groupsOf,
  type GroupTally,
  isAsked,
  type KindTally,
  type RatedMatter,
  type RatingTally,
  SHOWN_FROM,
  type Signers,
  type Tally,
  tallyOf,
  total,
} from './tally.js';

/** How many replies were given each grade. */
export type GradeCounts = Readonly<Record<RatingGrade, number>>;

/**
 * How replies were rated, of closed matters only, so that no figure tells a unit how an open one was rated. The grades are null where fewer
 * than {@link SHOWN_FROM} people gave them; silence is counted beside them and is no grade, whatever the call takes it for.
 */
export interface SatisfactionFigures {
  readonly given: number;
  /** Of those who were asked, the ones who did not rate. */
  readonly silent: number;
  /** Of the silent, those whom their call takes as satisfied. */
  readonly deemedSatisfied: number;
  /** Ratings given under a call that does not ask for the one or the other: with its grades they add up to those given. */
  readonly notAsked: Readonly<Record<'attitude' | 'result', number>>;
  readonly attitude: GradeCounts | null;
  readonly result: GradeCounts | null;
}

/** What one unit must answer, and how much of it was answered first in time, or late. What was withdrawn is owed by nobody. */
export interface UnitFigures {
  readonly unitId: string;
  readonly assigned: number;
  readonly repliedOnTime: number;
  readonly repliedLate: number;
  readonly satisfaction: SatisfactionFigures;
}

/** What was received under one heading: a category, or a delegation. */
export interface GroupFigures {
  /** Null of what is under none. */
  readonly key: string | null;
  readonly received: number;
  readonly filed: number;
  readonly suggestions: number;
}

/** How many last replies of units amount to a result, in the words of the call. */
export interface ResultFigures {
  readonly resultCategory: string;
  readonly count: number;
}

/** The figures of a session's proposals, as a report tells them. */
export interface ProposalStatistics {
  /**
   * Everything that was ever submitted: the sum of the seven that follow. Each matter is counted once, by what it is at the cut-off; a
   * filed one that was withdrawn is withdrawn.
   */
  readonly received: number;
  readonly filed: number;
  readonly suggestions: number;
  readonly notFiled: number;
  readonly mergedAway: number;
  readonly returned: number;
  readonly withdrawn: number;
  readonly underReview: number;
  readonly late: number;
  readonly closed: number;
  readonly proposers: Signers;
  readonly seconders: Signers;
  /** Proposers and seconders together. */
  readonly signers: Signers;
  /** Of the matters that are assigned, those that every one of their units has answered (办复). */
  readonly answered: Rate;
  /** Of those answered, the ones whose first replies were all in time. */
  readonly inTime: Rate;
  /** Of the filed ones, those solved or planned. */
  readonly solvedOrPlanned: Rate;
  /** Of the commitments due by the cut-off, those kept (落实). */
  readonly implemented: Rate;
  readonly satisfaction: SatisfactionFigures;
  readonly byCategory: readonly GroupFigures[];
  readonly byDelegation: readonly GroupFigures[];
  /** Of each unit that must answer, those with the most first, and of as many always in the same order. */
  readonly byUnit: readonly UnitFigures[];
  readonly byResult: readonly ResultFigures[];
}

/** What a reply amounts to that something came, or is to come, of; an organisation's own words for it are known by these codes. */
const SOLVED_OR_PLANNED: readonly string[] = ['SOLVED', 'IN_PROGRESS', 'PLANNED'];

/**
 * The figures of these matters: a fold of facts and of nothing else. Drafts are nobody's business and are not among them.
 * @throws `proposals.figures-do-not-add-up`
 */
export const statisticsOf = (rated: readonly RatedMatter[], commitments: Rate): ProposalStatistics =>
  figuresOf(tallyOf(rated), commitments);

/**
 * The figures of matters that were tallied, in memory or where they are kept.
 * @throws `proposals.figures-do-not-add-up`
 */
export function figuresOf({ kinds, categories, delegations, ratings, ...signers }: Tally, commitments: Rate): ProposalStatistics {
  const of = (is: (kind: KindTally) => boolean): number => total(kinds.filter(is));
  const are = (name: MatterClass): number => of((kind) => kind.class === name);
  const owed = kinds.filter(isOwed).flatMap(unitsOf);
  return assertConsistent({
    received: total(kinds),
    filed: are('FILED'),
    suggestions: are('SUGGESTION'),
    notFiled: are('NOT_FILED'),
    mergedAway: are('MERGED'),
    returned: are('RETURNED'),
    withdrawn: are('WITHDRAWN'),
    underReview: are('UNDER_REVIEW'),
    late: of(({ late }) => late),
    closed: of(({ closed }) => closed),
    ...signers,
    answered: { part: of(isAnswered), whole: of(isOwed) },
    inTime: {
      part: of((kind) => isAnswered(kind) && kind.units.every(({ firstReply }) => firstReply === 'IN_TIME')),
      whole: of(isAnswered),
    },
    solvedOrPlanned: { part: of((kind) => kind.class === 'FILED' && isSolvedOrPlanned(kind)), whole: are('FILED') },
    implemented: commitments,
    satisfaction: gradesOf(owed, ratings, true),
    byCategory: grouped(categories),
    byDelegation: grouped(delegations),
    byUnit: unitFigures(owed, ratings),
    byResult: resultFigures(owed),
  });
}

/**
 * Refuses figures that do not add up, by the name of the first that does not: they are not printed.
 * @throws `proposals.figures-do-not-add-up`
 */
export function assertConsistent(figures: ProposalStatistics): ProposalStatistics {
  const { received, filed, suggestions, notFiled, mergedAway, returned, withdrawn, underReview, satisfaction } = figures;
  assertAddsUp('received', received, [filed, suggestions, notFiled, mergedAway, returned, withdrawn, underReview]);
  for (const figure of ['byCategory', 'byDelegation'] as const)
    assertAddsUp(
      figure,
      received,
      figures[figure].map((group) => group.received),
    );
  const replies = figures.byUnit.map(({ repliedOnTime, repliedLate }) => repliedOnTime + repliedLate);
  assertAddsUp(
    'byResult',
    replies.reduce((sum, one) => sum + one, 0),
    figures.byResult.map(({ count }) => count),
  );
  for (const figure of ['attitude', 'result'] as const)
    if (satisfaction[figure])
      assertAddsUp(figure, satisfaction.given, [...Object.values(satisfaction[figure]), satisfaction.notAsked[figure]]);
  const shares = ['answered', 'inTime', 'solvedOrPlanned', 'implemented'] as const;
  for (const figure of shares) {
    const { part, whole } = figures[figure];
    if (part > whole) assertAddsUp(figure, whole, [part]);
  }
  return figures;
}

/** Something is owed, or was answered; what was withdrawn or merged away is owed by nobody. */
const isOwed = (kind: KindTally): boolean => kind.units.length > 0 && kind.class !== 'WITHDRAWN' && kind.class !== 'MERGED';
const isAnswered = (kind: KindTally): boolean => isOwed(kind) && kind.units.every(({ firstReply }) => firstReply !== null);

/** As the committee found when it closed the matter; before that, as all its units answered. */
function isSolvedOrPlanned({ outcome, units }: KindTally): boolean {
  if (outcome !== null) return outcome === 'IMPLEMENTED' || outcome === 'PLANNED';
  return units.length > 0 && units.every(({ resultCategory }) => resultCategory !== null && SOLVED_OR_PLANNED.includes(resultCategory));
}

function grouped(tallies: readonly GroupTally[]): GroupFigures[] {
  const figures = [...groupsOf(tallies, ({ key }) => key)].map(([key, group]) => ({
    key,
    received: total(group),
    filed: total(group.filter((one) => one.class === 'FILED')),
    suggestions: total(group.filter((one) => one.class === 'SUGGESTION')),
  }));
  return figures.sort((one, other) => other.received - one.received || before(one.key ?? '', other.key ?? ''));
}

const before = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** What one unit must answer, alike in how it was answered. */
interface UnitTally extends AssignedUnit {
  readonly isAsked: boolean;
  readonly count: number;
}

const unitsOf = (kind: KindTally): readonly UnitTally[] =>
  kind.units.map((unit) => ({ ...unit, isAsked: isAsked(kind), count: kind.count }));

/** Units whose grades are shown, only where they cannot be told from the rest: the others together must be as many people, or none. */
function unitFigures(owed: readonly UnitTally[], ratings: readonly RatingTally[]): UnitFigures[] {
  const ratingsOf = groupsOf(ratings, ({ unitId }) => unitId);
  const hidden = [...ratingsOf.values()].filter((group) => !isEnough(group)).flat();
  const isHiding = hidden.length > 0 && !isEnough(hidden);
  const figures = [...groupsOf(owed, ({ unitId }) => unitId)].map(([unitId, group]) => ({
    unitId,
    assigned: total(group),
    repliedOnTime: total(group.filter(({ firstReply }) => firstReply === 'IN_TIME')),
    repliedLate: total(group.filter(({ firstReply }) => firstReply === 'LATE')),
    satisfaction: gradesOf(group, ratingsOf.get(unitId) ?? [], !isHiding),
  }));
  return figures.sort((one, other) => other.assigned - one.assigned || before(one.unitId, other.unitId));
}

const isEnough = (ratings: readonly RatingTally[]): boolean => new Set(ratings.flatMap(({ leads }) => leads)).size >= SHOWN_FROM;

function gradesOf(owed: readonly UnitTally[], ratings: readonly RatingTally[], isShown: boolean): SatisfactionFigures {
  const shown = isShown && isEnough(ratings);
  const asked = owed.filter((unit) => unit.isAsked);
  const askedOf = (units: readonly UnitTally[]): number => units.reduce((sum, one) => sum + (one.asked ?? 1) * one.count, 0);
  const without = (of: 'attitude' | 'result'): number => total(ratings.filter((one) => one[of] === null));
  const counts = (of: 'attitude' | 'result'): GradeCounts =>
    Object.fromEntries(RATING_GRADES.map((grade) => [grade, total(ratings.filter((one) => one[of] === grade))])) as unknown as GradeCounts;
  return {
    given: total(ratings),
    silent: askedOf(asked) - total(ratings),
    deemedSatisfied: askedOf(asked.filter(({ silence }) => silence === 'deemed-satisfied')),
    notAsked: { attitude: without('attitude'), result: without('result') },
    attitude: shown ? counts('attitude') : null,
    result: shown ? counts('result') : null,
  };
}

function resultFigures(owed: readonly UnitTally[]): ResultFigures[] {
  const answered = groupsOf(owed, ({ resultCategory }) => resultCategory);
  const figures = [...answered].flatMap(([resultCategory, all]) => (resultCategory === null ? [] : { resultCategory, count: total(all) }));
  return figures.sort((one, other) => other.count - one.count || before(one.resultCategory, other.resultCategory));
}
