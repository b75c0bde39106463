/** A question as it stands on the sealed paper. */
export interface Question {
  readonly question: string;
  readonly answers: readonly string[];
  readonly min: number;
  readonly max: number;
}

/** The answers marked on each question, by their place; behind the questions, for each pair of them, who was said to be abstained on. */
export type Marks = readonly (readonly number[])[];

/** Two questions over the same persons: who is approved, who is voted against. */
export interface Pair {
  readonly approve: number;
  readonly against: number;
}

/**
 * A pair with the place in the marks where abstentions stand that somebody chose. They are not sealed: neither for nor against says the
 * same.
 */
export interface ThreeWayPair extends Pair {
  readonly abstain: number;
}

export const threeWay = (questions: readonly Question[], pairs: readonly Pair[]): readonly ThreeWayPair[] =>
  pairs.map((pair, nth) => ({ ...pair, abstain: questions.length + nth }));

/** How many answers stand at each place of the marks. */
export const sizesOf = (questions: readonly Question[], pairs: readonly Pair[]): readonly number[] => [
  ...questions.map(({ answers }) => answers.length),
  ...pairs.map(({ approve }) => questions[approve]?.answers.length ?? 0),
];

/** A paper on which nothing is marked yet: nobody is led to an answer. */
export const blankPaper = (questions: readonly Question[], pairs: readonly Pair[] = []): Marks => sizesOf(questions, pairs).map(() => []);

export const isBlank = (marks: Marks): boolean => marks.every((marked) => marked.length === 0);

/** Exactly one answer: chosen by choosing, and changed by choosing another. */
export const isChoiceOfOne = ({ min, max }: Question): boolean => min === 1 && max === 1;

/** No further answer may be marked: an over-vote cannot be made. */
export const isFull = ({ max }: Question, marked: readonly number[]): boolean => marked.length >= max;

/** The marks after one answer was tapped. What would be one mark too many changes nothing. */
export function toggled(questions: readonly Question[], marks: Marks, at: number, answer: number): Marks {
  const question = questions[at];
  if (!question || answer < 0 || answer >= question.answers.length) return marks;
  return marks.map((marked, place) => (place === at ? tappedIn(question, marked, answer) : marked));
}

function tappedIn(question: Question, marked: readonly number[], answer: number): readonly number[] {
  if (isChoiceOfOne(question)) return [answer];
  if (marked.includes(answer)) return marked.filter((other) => other !== answer);
  return isFull(question, marked) ? marked : sorted([...marked, answer]);
}

/** The questions that still need an answer, by their place. */
export const unanswered = (questions: readonly Question[], marks: Marks): readonly number[] =>
  questions.flatMap(({ min }, at) => ((marks[at]?.length ?? 0) < min ? [at] : []));

/** 1 or 0 for each answer of each question, as the paper is sealed. */
export const choicesOf = (questions: readonly Question[], marks: Marks): readonly (readonly number[])[] =>
  questions.map(({ answers }, at) => answers.map((_, answer) => (marks[at]?.includes(answer) ? 1 : 0)));

/** What can be said of one person. */
export const THREE_WAYS = ['yes', 'no', 'abstain'] as const;
export type ThreeWay = (typeof THREE_WAYS)[number];

/** What was said of one person; null where nothing was. */
export const threeWayMarkOf = (marks: Marks, { approve, against, abstain }: ThreeWayPair, person: number): ThreeWay | null => {
  const place = { yes: approve, no: against, abstain };
  return THREE_WAYS.find((word) => marks[place[word]]?.includes(person)) ?? null;
};

/** The marks after something else was said of a person: never both ways, and no approval too many. */
export function withThreeWayMark(questions: readonly Question[], marks: Marks, pair: ThreeWayPair, person: number, said: ThreeWay): Marks {
  const question = questions[pair.approve];
  if (!question || person < 0 || person >= question.answers.length) return marks;
  const without = (at: number) => (marks[at] ?? []).filter((other) => other !== person);
  if (said === 'yes' && isFull(question, without(pair.approve))) return marks;
  const place = { yes: pair.approve, no: pair.against, abstain: pair.abstain };
  const places = Object.values(place);
  return marks.map((marked, at) => (at === place[said] ? sorted([...without(at), person]) : places.includes(at) ? without(at) : marked));
}

/** How often each was said of the persons of a pair, and of how many nothing was. */
export function tallyOf(questions: readonly Question[], marks: Marks, pair: ThreeWayPair): Readonly<Record<ThreeWay | 'left', number>> {
  const said = (questions[pair.approve]?.answers ?? []).map((_, person) => threeWayMarkOf(marks, pair, person));
  const count = (word: ThreeWay | null) => said.filter((each) => each === word).length;
  return { yes: count('yes'), no: count('no'), abstain: count('abstain'), left: count(null) };
}

/** The marks as a row of ones and noughts, always as long: its length tells nothing of what was marked. */
export const writeMarks = (sizes: readonly number[], marks: Marks): string =>
  sizes.map((size, at) => Array.from({ length: size }, (_, answer) => (marks[at]?.includes(answer) ? 1 : 0)).join('')).join('');

/** The marks that {@link writeMarks} wrote; null when they are of another paper. */
export function readMarks(sizes: readonly number[], text: string): Marks | null {
  const length = sizes.reduce((sum, size) => sum + size, 0);
  if (text.length !== length || /[^01]/.test(text)) return null;
  let from = 0;
  return sizes.map((size) => {
    const own = text.slice(from, (from += size));
    return Array.from({ length: size }, (_, answer) => answer).filter((answer) => own[answer] === '1');
  });
}

const sorted = (list: readonly number[]): readonly number[] => [...list].sort((one, other) => one - other);
