/** A question as it stands on the sealed paper. */
export interface Question {
  readonly question: string;
  readonly answers: readonly string[];
  readonly min: number;
  readonly max: number;
}

/** The answers marked on each question, by their place. */
export type Marks = readonly (readonly number[])[];

/** A paper on which nothing is marked yet. */
export const blankPaper = (questions: readonly Question[]): Marks => questions.map(() => []);

/** Exactly one answer: chosen by choosing, and changed by choosing another. */
export const isChoiceOfOne = ({ min, max }: Question): boolean => min === 1 && max === 1;

/** No further answer may be marked: an over-vote cannot be made. */
export const isFull = ({ max }: Question, marked: readonly number[]): boolean => marked.length >= max;

/** The marks after one answer was tapped. What would be one mark too many changes nothing. */
export function tapped(questions: readonly Question[], marks: Marks, at: number, answer: number): Marks {
  const question = questions[at];
  if (!question || answer < 0 || answer >= question.answers.length) return marks;
  return marks.map((marked, place) => (place === at ? tappedIn(question, marked, answer) : marked));
}

function tappedIn(question: Question, marked: readonly number[], answer: number): readonly number[] {
  if (isChoiceOfOne(question)) return [answer];
  if (marked.includes(answer)) return marked.filter((other) => other !== answer);
  return isFull(question, marked) ? marked : [...marked, answer].sort((one, other) => one - other);
}

/** The questions that still need an answer, by their place. */
export const unanswered = (questions: readonly Question[], marks: Marks): readonly number[] =>
  questions.flatMap(({ min }, at) => ((marks[at]?.length ?? 0) < min ? [at] : []));

/** 1 or 0 for each answer of each question, as the paper is sealed. */
export const choicesOf = (questions: readonly Question[], marks: Marks): readonly (readonly number[])[] =>
  questions.map(({ answers }, at) => answers.map((_, answer) => (marks[at]?.includes(answer) ? 1 : 0)));
