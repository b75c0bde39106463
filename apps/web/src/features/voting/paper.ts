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

/** Two questions over the same persons: who is approved, who is voted against. */
export interface Pair {
  readonly approve: number;
  readonly against: number;
}

/** What is said of one person. Not marked is abstained. */
export const THREE_WAYS = ['yes', 'no', 'abstain'] as const;
export type ThreeWay = (typeof THREE_WAYS)[number];

export function saidOf(marks: Marks, { approve, against }: Pair, person: number): ThreeWay {
  if (marks[approve]?.includes(person)) return 'yes';
  return marks[against]?.includes(person) ? 'no' : 'abstain';
}

/** The marks after something else was said of a person: never both ways, and no approval too many. */
export function saidAnew(questions: readonly Question[], marks: Marks, { approve, against }: Pair, person: number, said: ThreeWay): Marks {
  const question = questions[approve];
  if (!question || person < 0 || person >= question.answers.length) return marks;
  const approved = (marks[approve] ?? []).filter((other) => other !== person);
  if (said === 'yes' && isFull(question, approved)) return marks;
  const refused = (marks[against] ?? []).filter((other) => other !== person);
  const sorted = (list: readonly number[]) => [...list].sort((one, other) => one - other);
  return marks.map((marked, place) => {
    if (place === approve) return said === 'yes' ? sorted([...approved, person]) : approved;
    if (place === against) return said === 'no' ? sorted([...refused, person]) : refused;
    return marked;
  });
}
