import { type Proposal, secondersOf } from '../proposal/proposal.js';
import { type ProposalState, RATING_GRADES, type RatingGrade, type Track } from '../vocabulary/vocabulary.js';

/** What statistics look at in one proposal. */
export type StatisticsInput = Pick<
  Proposal,
  'state' | 'track' | 'leadProposerId' | 'signatures' | 'submittedAt' | 'late' | 'replies' | 'content' | 'assignment'
>;

/** Submitted proposals that no figure tells apart, and how many there are. */
export interface CountedGroup {
  readonly state: ProposalState;
  readonly track: Track | null;
  readonly late: boolean;
  readonly isFiled: boolean;
  readonly category: string | null;
  readonly leadUnitId: string | null;
  /** Whether the first reply came after its due date; null where there is none. So for the last. */
  readonly firstOverdue: boolean | null;
  readonly lastOverdue: boolean | null;
  /** How the last reply was rated, where it was. */
  readonly attitude: RatingGrade | null;
  readonly result: RatingGrade | null;
  readonly count: number;
}

/** Who proposed and seconded them: signatures, and different people among them. */
export interface Signers {
  readonly personTimes: number;
  readonly persons: number;
}

/** How many replies were given each grade. */
export type GradeCounts = Readonly<Record<RatingGrade, number>>;

/** What one unit leads, and how much of it was answered first within the due date, or after it. What was withdrawn is owed by nobody. */
export interface UnitFigures {
  readonly unitId: string;
  readonly assigned: number;
  readonly repliedOnTime: number;
  readonly repliedLate: number;
}

/** The figures of a session's proposals, as a report tells them. */
export interface ProposalStatistics {
  /**
   * Everything that was ever submitted: the sum of the six that follow. Each matter is counted once, by what it is now; a filed one that
   * was withdrawn is withdrawn.
   */
  readonly received: number;
  readonly filed: number;
  readonly suggestions: number;
  readonly notFiled: number;
  readonly returned: number;
  readonly withdrawn: number;
  /** Submitted and not decided on yet, by the committee or by the presidium. */
  readonly underReview: number;
  readonly late: number;
  readonly replied: number;
  readonly repliedOverdue: number;
  readonly closed: number;
  /** Signatures of proposers and seconders (人次): one person who signs three proposals counts three times. */
  readonly personTimes: number;
  /** Different people among them. */
  readonly persons: number;
  /** Received per category; those without one under the empty word. */
  readonly byCategory: Readonly<Record<string, number>>;
  /** Of each lead unit, those with the most first, and of as many always in the same order. */
  readonly byUnit: UnitFigures[];
  /** Of closed matters only, so that no figure tells a handling unit how an open one was rated. Silence is left out. */
  readonly ratings: { readonly attitude: GradeCounts; readonly result: GradeCounts; readonly unrated: number };
}

/** The figures of these proposals. Drafts are nobody's business and are not counted. */
export function proposalStatistics(proposals: readonly StatisticsInput[]): ProposalStatistics {
  const received = proposals.filter(({ submittedAt }) => submittedAt !== null);
  const signers = received.flatMap((one) => [one.leadProposerId, ...secondersOf(one)]);
  return statisticsOf(received.map(countedAlike), { personTimes: signers.length, persons: new Set(signers).size });
}

/** The figures of proposals that were counted by what they have in common, as a database does it. */
export function statisticsOf(groups: readonly CountedGroup[], { personTimes, persons }: Signers): ProposalStatistics {
  const count = (test: (one: CountedGroup) => boolean) => total(groups.filter(test));
  const ended = groups.filter(({ state, track }) => state === 'CLOSED' && track === 'PROPOSAL');
  return {
    received: total(groups),
    filed: count(({ isFiled, state }) => isFiled && state !== 'WITHDRAWN'),
    suggestions: count(({ track, state }) => track === 'SUGGESTION' && state !== 'WITHDRAWN'),
    notFiled: count(({ state }) => state === 'NOT_FILED'),
    returned: count(({ state }) => state === 'RETURNED'),
    withdrawn: count(({ state }) => state === 'WITHDRAWN'),
    underReview: count(({ state }) => state === 'SUBMITTED' || state === 'PRESIDIUM'),
    late: count(({ late }) => late),
    replied: count(({ lastOverdue }) => lastOverdue !== null),
    repliedOverdue: count(({ lastOverdue }) => lastOverdue === true),
    closed: count(({ state }) => state === 'CLOSED'),
    personTimes,
    persons,
    byCategory: tally(groups),
    byUnit: unitFigures(groups),
    ratings: {
      attitude: grades(ended, ({ attitude }) => attitude),
      result: grades(ended, ({ result }) => result),
      unrated: total(ended.filter(({ result }) => result === null)),
    },
  };
}

function countedAlike({ state, track, late, content, assignment, replies }: StatisticsInput): CountedGroup {
  const [first, last] = [replies[0], replies.at(-1)];
  return {
    state,
    track,
    late,
    isFiled: track === 'PROPOSAL',
    category: content.category,
    leadUnitId: assignment?.leadUnitId ?? null,
    firstOverdue: first?.overdue ?? null,
    lastOverdue: last?.overdue ?? null,
    attitude: last?.rating?.attitude ?? null,
    result: last?.rating?.result ?? null,
    count: 1,
  };
}

const total = (groups: readonly CountedGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);

function tally(groups: readonly CountedGroup[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { category, count } of groups) counts.set(category ?? '', (counts.get(category ?? '') ?? 0) + count);
  return Object.fromEntries(counts);
}

function unitFigures(groups: readonly CountedGroup[]): UnitFigures[] {
  const ledBy = new Map<string, CountedGroup[]>();
  for (const one of groups) {
    if (one.leadUnitId !== null && one.state !== 'WITHDRAWN') ledBy.set(one.leadUnitId, [...(ledBy.get(one.leadUnitId) ?? []), one]);
  }
  const figures = [...ledBy].map(([unitId, led]) => ({
    unitId,
    assigned: total(led),
    repliedOnTime: total(led.filter(({ firstOverdue }) => firstOverdue === false)),
    repliedLate: total(led.filter(({ firstOverdue }) => firstOverdue === true)),
  }));
  return figures.sort((one, other) => other.assigned - one.assigned || (one.unitId < other.unitId ? -1 : 1));
}

function grades(groups: readonly CountedGroup[], of: (group: CountedGroup) => RatingGrade | null): GradeCounts {
  return Object.fromEntries(
    RATING_GRADES.map((grade) => [grade, total(groups.filter((group) => of(group) === grade))]),
  ) as unknown as GradeCounts;
}
