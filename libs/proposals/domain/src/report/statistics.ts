import { RATING_GRADES, type RatingGrade } from '../vocabulary/vocabulary.js';
import type { AssignedUnit, Matter, MatterClass } from './matter.js';
import { assertAddsUp, type Rate } from './rates.js';

/** How a unit's last reply to a matter was rated. */
export interface UnitRating {
  readonly unitId: string;
  /** Null where the call does not ask for it. */
  readonly attitude: RatingGrade | null;
  readonly result: RatingGrade | null;
}

/** A matter with the ratings that were given until the cut-off; of one that is not closed nobody asks for them. */
export interface RatedMatter {
  readonly matter: Matter;
  readonly ratings: readonly UnitRating[];
}

/** How many different people, and how often they signed (人次): one person who signs three proposals counts three times. */
export interface Signers {
  readonly persons: number;
  readonly personTimes: number;
}

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

/** People from whom on grades are shown: of fewer, they could name somebody. */
export const SHOWN_FROM = 5;

/** What a reply amounts to that something came, or is to come, of; an organisation's own words for it are known by these codes. */
const SOLVED_OR_PLANNED: readonly string[] = ['SOLVED', 'IN_PROGRESS', 'PLANNED'];

/**
 * The figures of these matters: a fold of facts and of nothing else. Drafts are nobody's business and are not among them.
 * @throws `proposals.figures-do-not-add-up`
 */
export function statisticsOf(rated: readonly RatedMatter[], commitments: Rate): ProposalStatistics {
  const matters = rated.map(({ matter }) => matter);
  const are = (name: MatterClass): readonly Matter[] => matters.filter((one) => one.class === name);
  const filed = are('FILED');
  const assigned = matters.filter(isOwed);
  const answered = assigned.filter(({ units }) => units.every(({ firstReply }) => firstReply !== null));
  const [leads, seconders] = [matters.map(({ leadProposerId }) => leadProposerId), matters.flatMap(({ seconderIds }) => seconderIds)];
  return assertConsistent({
    received: matters.length,
    filed: filed.length,
    suggestions: are('SUGGESTION').length,
    notFiled: are('NOT_FILED').length,
    mergedAway: are('MERGED').length,
    returned: are('RETURNED').length,
    withdrawn: are('WITHDRAWN').length,
    underReview: are('UNDER_REVIEW').length,
    late: matters.filter(({ late }) => late).length,
    closed: matters.filter(({ closed }) => closed).length,
    proposers: signersOf(leads),
    seconders: signersOf(seconders),
    signers: signersOf([...leads, ...seconders]),
    answered: { part: answered.length, whole: assigned.length },
    inTime: {
      part: answered.filter(({ units }) => units.every(({ firstReply }) => firstReply === 'IN_TIME')).length,
      whole: answered.length,
    },
    solvedOrPlanned: { part: filed.filter(isSolvedOrPlanned).length, whole: filed.length },
    implemented: commitments,
    satisfaction: satisfactionOf(rated),
    byCategory: grouped(matters, ({ category }) => category),
    byDelegation: grouped(matters, ({ delegationId }) => delegationId),
    byUnit: unitFigures(rated),
    byResult: resultFigures(assigned),
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
const isOwed = (matter: Matter): boolean => matter.units.length > 0 && matter.class !== 'WITHDRAWN' && matter.class !== 'MERGED';

/** As the committee found when it closed the matter; before that, as all its units answered. */
function isSolvedOrPlanned({ outcome, units }: Matter): boolean {
  if (outcome !== null) return outcome === 'IMPLEMENTED' || outcome === 'PLANNED';
  return units.length > 0 && units.every(({ resultCategory }) => resultCategory !== null && SOLVED_OR_PLANNED.includes(resultCategory));
}

const signersOf = (people: readonly string[]): Signers => ({ persons: new Set(people).size, personTimes: people.length });

function grouped(matters: readonly Matter[], keyOf: (matter: Matter) => string | null): GroupFigures[] {
  const figures = [...groupsOf(matters, keyOf)].map(([key, group]) => ({
    key,
    received: group.length,
    filed: group.filter((one) => one.class === 'FILED').length,
    suggestions: group.filter((one) => one.class === 'SUGGESTION').length,
  }));
  return figures.sort((one, other) => other.received - one.received || before(one.key ?? '', other.key ?? ''));
}

const before = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

interface RatedUnit {
  readonly unit: AssignedUnit;
  readonly matter: Matter;
  readonly ratings: readonly UnitRating[];
}

const unitsOf = (rated: readonly RatedMatter[]): readonly RatedUnit[] =>
  rated
    .filter(({ matter }) => isOwed(matter))
    .flatMap(({ matter, ratings }) =>
      matter.units.map((unit) => ({ unit, matter, ratings: ratings.filter(({ unitId }) => unitId === unit.unitId) })),
    );

/** Units whose grades are shown, only where they cannot be told from the rest: the others together must be as many people, or none. */
function unitFigures(rated: readonly RatedMatter[]): UnitFigures[] {
  const groups = [...groupsOf(unitsOf(rated), ({ unit }) => unit.unitId)];
  const hidden = groups.filter(([, group]) => !isEnough(group)).flatMap(([, group]) => group);
  const isHiding = ratersOf(hidden).size > 0 && !isEnough(hidden);
  const figures = groups.map(([unitId, group]) => ({
    unitId,
    assigned: group.length,
    repliedOnTime: group.filter(({ unit }) => unit.firstReply === 'IN_TIME').length,
    repliedLate: group.filter(({ unit }) => unit.firstReply === 'LATE').length,
    satisfaction: gradesOf(group, !isHiding),
  }));
  return figures.sort((one, other) => other.assigned - one.assigned || before(one.unitId, other.unitId));
}

const isRated = ({ matter }: RatedUnit): boolean => matter.closed && matter.class === 'FILED';
const ratersOf = (units: readonly RatedUnit[]): ReadonlySet<string> =>
  new Set(units.filter((one) => isRated(one) && one.ratings.length > 0).map(({ matter }) => matter.leadProposerId));
const isEnough = (units: readonly RatedUnit[]): boolean => ratersOf(units).size >= SHOWN_FROM;

const satisfactionOf = (rated: readonly RatedMatter[]): SatisfactionFigures => gradesOf(unitsOf(rated), true);

function gradesOf(units: readonly RatedUnit[], isShown: boolean): SatisfactionFigures {
  const asked = units.filter(isRated);
  const given = asked.flatMap(({ ratings }) => ratings);
  const silentOn = ({ unit, ratings }: RatedUnit): number => Math.max(0, (unit.asked ?? 1) - ratings.length);
  const silentOf = (of: readonly RatedUnit[]): number => of.reduce((sum, one) => sum + silentOn(one), 0);
  const without = (of: 'attitude' | 'result'): number => given.filter((one) => one[of] === null).length;
  const shown = isShown && isEnough(units);
  const counts = (of: 'attitude' | 'result'): GradeCounts =>
    Object.fromEntries(RATING_GRADES.map((grade) => [grade, given.filter((one) => one[of] === grade).length])) as unknown as GradeCounts;
  return {
    given: given.length,
    silent: silentOf(asked),
    deemedSatisfied: silentOf(asked.filter(({ unit }) => unit.silence === 'deemed-satisfied')),
    notAsked: { attitude: without('attitude'), result: without('result') },
    attitude: shown ? counts('attitude') : null,
    result: shown ? counts('result') : null,
  };
}

function resultFigures(assigned: readonly Matter[]): ResultFigures[] {
  const results = assigned.flatMap(({ units }) => units.flatMap(({ resultCategory }) => resultCategory ?? []));
  const figures = [...groupsOf(results, (result) => result)].map(([resultCategory, all]) => ({ resultCategory, count: all.length }));
  return figures.sort((one, other) => other.count - one.count || before(one.resultCategory, other.resultCategory));
}

function groupsOf<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
