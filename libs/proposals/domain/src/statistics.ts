import { type Proposal, secondersOf } from './proposal.js';
import { RATING_GRADES, type RatingGrade } from './vocabulary.js';

/** What statistics look at. */
export type Counted = Pick<
  Proposal,
  'state' | 'track' | 'leadProposerId' | 'signatures' | 'submittedAt' | 'late' | 'docketNo' | 'replies' | 'content' | 'assignment'
>;

/** How many replies were given each grade. */
export type GradeCounts = Readonly<Record<RatingGrade, number>>;

/** What one unit leads, and how much of it was answered first within the due date, or after it. */
export interface UnitFigures {
  readonly unitId: string;
  readonly assigned: number;
  readonly repliedOnTime: number;
  readonly repliedLate: number;
}

/** The figures of a session's proposals, as a report tells them. */
export interface ProposalStatistics {
  /** Everything that was ever submitted; what follows are parts of it. */
  readonly received: number;
  readonly filed: number;
  readonly suggestions: number;
  readonly notFiled: number;
  readonly returned: number;
  readonly withdrawn: number;
  /** Submitted and not reviewed yet. */
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
  /** Of each lead unit, those with the most first. */
  readonly byUnit: UnitFigures[];
  /** Of closed matters only, so that no figure tells a handling unit how an open one was rated. Silence is left out. */
  readonly ratings: { readonly attitude: GradeCounts; readonly result: GradeCounts; readonly unrated: number };
}

/** The figures of these proposals. Drafts are nobody's business and are not counted. */
export function proposalStatistics(proposals: readonly Counted[]): ProposalStatistics {
  const received = proposals.filter(({ submittedAt }) => submittedAt !== null);
  const count = (test: (one: Counted) => boolean) => received.filter(test).length;
  const signers = received.flatMap((one) => [one.leadProposerId, ...secondersOf(one)]);
  const closedOnes = received.filter(({ state, track }) => state === 'CLOSED' && track === 'PROPOSAL');
  const ratings = closedOnes.flatMap(({ replies }) => replies.at(-1)?.rating ?? []);
  return {
    received: received.length,
    filed: count(({ docketNo }) => docketNo !== null),
    suggestions: count(({ track }) => track === 'SUGGESTION'),
    notFiled: count(({ state }) => state === 'NOT_FILED'),
    returned: count(({ state }) => state === 'RETURNED'),
    withdrawn: count(({ state }) => state === 'WITHDRAWN'),
    underReview: count(({ state }) => state === 'SUBMITTED'),
    late: count(({ late }) => late),
    replied: count(({ replies }) => replies.length > 0),
    repliedOverdue: count(({ replies }) => replies.at(-1)?.overdue ?? false),
    closed: count(({ state }) => state === 'CLOSED'),
    personTimes: signers.length,
    persons: new Set(signers).size,
    byCategory: tally(received.map(({ content }) => content.category ?? '')),
    byUnit: unitFigures(received),
    ratings: {
      attitude: grades(ratings.map(({ attitude }) => attitude)),
      result: grades(ratings.map(({ result }) => result)),
      unrated: closedOnes.length - ratings.length,
    },
  };
}

function tally(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function unitFigures(received: readonly Counted[]): UnitFigures[] {
  const ledBy = new Map<string, Counted[]>();
  for (const one of received) {
    const unitId = one.assignment?.leadUnitId;
    if (unitId !== undefined) ledBy.set(unitId, [...(ledBy.get(unitId) ?? []), one]);
  }
  const figures = [...ledBy].map(([unitId, led]) => {
    const first = led.flatMap(({ replies }) => replies.slice(0, 1));
    const repliedLate = first.filter(({ overdue }) => overdue).length;
    return { unitId, assigned: led.length, repliedOnTime: first.length - repliedLate, repliedLate };
  });
  return figures.sort((one, other) => other.assigned - one.assigned);
}

function grades(given: readonly RatingGrade[]): GradeCounts {
  return Object.fromEntries(RATING_GRADES.map((grade) => [grade, given.filter((one) => one === grade).length])) as unknown as GradeCounts;
}
