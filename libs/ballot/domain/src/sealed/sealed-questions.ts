import type { Ballot } from '../ballot/ballot.js';
import { electionRulesOf } from '../ballot/rules.js';

/** A question as it is sealed: each answer marked or not, from `min` to `max` marks in all, which every paper proves. */
export interface SealedQuestion {
  readonly question: string;
  readonly answers: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly blank: boolean;
}

/** How often each answer of each question was marked: all that is ever opened. */
export type Sums = readonly (readonly number[])[];

/** The answers to a matter, in the words of COUNTING.md. */
const MATTER_ANSWERS = ['yes', 'no', 'abstain'] as const;

/**
 * The questions of a sealed paper. A resolution asks each matter by itself: yes, no or abstain, exactly one. An election asks
 * one question: up to as many candidates as there are seats, which makes an over-vote impossible (R18); not marked is abstained.
 */
export function questionsOf(ballot: Pick<Ballot, 'kind' | 'round' | 'rules' | 'title' | 'choices'>): readonly SealedQuestion[] {
  const { title, choices } = ballot;
  const rules = electionRulesOf(ballot);
  if (rules === null) return choices.map(({ label }) => ({ question: label, answers: MATTER_ANSWERS, min: 1, max: 1, blank: false }));
  const answers = choices.map(({ label }) => label);
  return [{ question: title, answers, min: 0, max: Math.min(rules.seats, answers.length), blank: false }];
}

/** The opened sums as the figures of a counting case, for `returned` papers. @throws RangeError for sums of another ballot */
export function votesOf({ kind, choices }: Pick<Ballot, 'kind' | 'choices'>, sums: Sums, returned: number): readonly object[] {
  if (kind === 'election') {
    const [marks = []] = sums;
    return choices.map(({ id }, nth) => ({ id, yes: figure(marks, nth), no: 0, abstain: returned - figure(marks, nth) }));
  }
  return choices.map(({ id }, nth) => {
    const answers = sums[nth] ?? [];
    return { id, yes: figure(answers, 0), no: figure(answers, 1), abstain: figure(answers, 2) };
  });
}

function figure(sums: readonly number[], at: number): number {
  const sum = sums[at];
  if (sum === undefined) throw new RangeError('sums: not of this ballot');
  return sum;
}
