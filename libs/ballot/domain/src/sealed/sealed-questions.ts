import type { Ballot } from '../record/ballot.js';
import type { Figures } from '../record/count.js';
import type { KindRules } from '../rules/adopted-rules.js';
import { procedureOf } from '../rules/procedure.js';
import { electionRulesOf } from '../rules/rules.js';
import { ABSTAIN } from '../rules/scale.js';

/** A question as it is sealed: each answer marked or not, from `min` to `max` marks in all, which every paper proves. */
export interface SealedQuestion {
  readonly question: string;
  readonly answers: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly blank: boolean;
}

/**
 * Two questions over the same candidates, by position: who is approved, who is voted against. Every paper proves that it marks nobody both
 * ways.
 */
export interface QuestionPair {
  readonly approve: number;
  readonly against: number;
}

/** How often each answer of each question was marked: all that is ever opened. */
export type QuestionSums = readonly (readonly number[])[];

type Asked = KindRules & Pick<Ballot, 'title' | 'choices' | 'scale'>;

/** The answers to a matter, in the words of COUNTING.md. */
const MATTER_ANSWERS = ['yes', 'no', ABSTAIN] as const;

/** Whether a sealed paper says for, against or neither of a candidate (`procedure.sealedMarks`). */
export const isThreeWay = (ballot: Pick<KindRules, 'rules'>): boolean => procedureOf(ballot).sealedMarks === 'three-way';

/** The questions of a ballot that go together in pairs. */
export const pairsOf = (ballot: Pick<KindRules, 'rules'>): readonly QuestionPair[] =>
  isThreeWay(ballot) ? [{ approve: 0, against: 1 }] : [];

/**
 * The questions of a sealed paper. A resolution asks each matter by itself: yes, no or abstain, exactly one. An appraisal asks of each
 * subject one grade, or to abstain. A poll asks for one option. An election asks for up to as many candidates as there are seats, which
 * makes an over-vote impossible (R18); who is not marked is abstained on. Where marks are three-way a second question asks who is
 * voted against, any number of them.
 */
export function questionsOf(ballot: Asked): readonly SealedQuestion[] {
  const { kind, title, choices, scale } = ballot;
  const labels = choices.map(({ label }) => label);
  switch (kind) {
    case 'resolution':
      return labels.map((label) => exactlyOne(label, MATTER_ANSWERS));
    case 'appraisal':
      return labels.map((label) => exactlyOne(label, [...(scale?.grades ?? []), ABSTAIN]));
    case 'poll':
      return [exactlyOne(title, labels)];
    case 'election': {
      const most = Math.min(electionRulesOf(ballot)?.seats ?? 0, labels.length);
      if (!isThreeWay(ballot)) return [upTo(most, title, labels)];
      return [upTo(most, `${title}: yes`, labels), upTo(labels.length, `${title}: no`, labels)];
    }
  }
}

/** The opened sums as the figures of a counting case, for `returned` papers. @throws RangeError for sums of another ballot */
export function votesOf(ballot: KindRules & Pick<Ballot, 'choices' | 'scale'>, sums: QuestionSums, returned: number): readonly Figures[] {
  const { kind, choices, scale } = ballot;
  return choices.map(({ id }, nth): Figures => {
    switch (kind) {
      case 'resolution':
        return { id, yes: figure(sums, nth, 0), no: figure(sums, nth, 1), abstain: figure(sums, nth, 2) };
      case 'appraisal': {
        const grades = scale?.grades ?? [];
        return {
          id,
          counts: Object.fromEntries(grades.map((grade, place) => [grade, figure(sums, nth, place)])),
          abstain: figure(sums, nth, grades.length),
        };
      }
      case 'poll':
        return { id, votes: figure(sums, 0, nth) };
      case 'election': {
        const [yes, no] = [figure(sums, 0, nth), isThreeWay(ballot) ? figure(sums, 1, nth) : 0];
        return { id, yes, no, abstain: returned - yes - no };
      }
    }
  });
}

const exactlyOne = (question: string, answers: readonly string[]): SealedQuestion => ({ question, answers, min: 1, max: 1, blank: false });
const upTo = (max: number, question: string, answers: readonly string[]): SealedQuestion => ({
  question,
  answers,
  min: 0,
  max,
  blank: false,
});

function figure(sums: QuestionSums, question: number, answer: number): number {
  const sum = sums[question]?.[answer];
  if (sum === undefined) throw new RangeError('sums: not of this ballot');
  return sum;
}

// What a device sends is at most this long, in characters: two numbers of 617 digits and two proofs for each answer, a proof for each
// possible sum.
const [FRAME_LENGTH, ANSWER_LENGTH, SUM_LENGTH, MARKED_ONCE_LENGTH] = [3000, 1700, 200, 420] as const;

/** How long a sealed paper of these questions is at most, with its proofs that nobody is marked both ways. */
export function paperLengthMax(questions: readonly SealedQuestion[], pairs: readonly QuestionPair[]): number {
  const lengths = questions.map(({ answers, min, max }) => answers.length * ANSWER_LENGTH + (max - min + 1) * SUM_LENGTH);
  const marked = pairs.map(({ approve }) => (questions[approve]?.answers.length ?? 0) * MARKED_ONCE_LENGTH);
  return [...lengths, ...marked].reduce((sum, length) => sum + length, FRAME_LENGTH);
}
