import type { Election } from '../election/election.js';
import type { ProofBases } from '../group/arithmetic.js';
import { type Randomness, systemRandomness } from '../group/randomness.js';
import { type Choices, type SealedPaper, sealPaperWithOpenings } from '../paper/seal-paper.js';
import type { Result } from '../tally/result.js';
import { sumsOfMarks, isPair, type MarkPair, proveExclusivity } from './exclusivity-proof.js';
import { writeMarks } from './sidecar.js';

/** One voter's mark on one person. */
export type ThreeWayMark = 'approve' | 'against' | 'abstain';

/** A paper with its outside proofs: cast both together. */
export interface ThreeWayPaper extends SealedPaper {
  readonly marks: string;
}

/** How a person fared, in weight. */
export interface ThreeWayCount {
  readonly approve: number;
  readonly against: number;
  readonly abstain: number;
}

/** The choices of both questions of a pair. */
export function marksToChoices(marks: readonly ThreeWayMark[]): { readonly approve: number[]; readonly against: number[] } {
  return { approve: marks.map((mark) => (mark === 'approve' ? 1 : 0)), against: marks.map((mark) => (mark === 'against' ? 1 : 0)) };
}

/**
 * Seals a paper and proves beside it, bound to its tracker, that no person is marked both ways.
 * @throws TypeError when the choices are not allowed or mark a person both ways.
 */
export function sealThreeWay(
  election: Election,
  bases: ProofBases,
  secret: bigint,
  choices: Choices,
  pairs: readonly MarkPair[],
  random: Randomness = systemRandomness,
): ThreeWayPaper {
  if (!pairs.every((pair) => isPair(election, pair))) throw new TypeError('pairs: not questions over the same answers');
  const { paper, answers, openings } = sealPaperWithOpenings(election, bases, secret, choices, random);
  const name = { fingerprint: election.fingerprint, tracker: paper.tracker };
  const proofs = pairs.map(({ approve, against }) => {
    const both = sumsOfMarks(answers[approve]!.choices, answers[against]!.choices);
    return proveExclusivity(bases, name, openings[approve]!, openings[against]!, both, random);
  });
  return { ...paper, marks: writeMarks(proofs) };
}

/** Approve, against and, from the total weight of the counted papers, abstain: a count for each person of the pair. */
export function threeWayCounts(result: Result, { approve, against }: MarkPair, totalWeight: number): ThreeWayCount[] {
  const [yes, no] = [result[approve]!, result[against]!];
  return yes.map((count, person) => ({ approve: count, against: no[person]!, abstain: totalWeight - count - no[person]! }));
}
