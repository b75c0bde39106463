import type { BallotView } from '../../../api/shapes.js';
import type { HandFigures } from '../acts/organising-requests.js';

/** Something that hands are raised for. */
export interface HandLine {
  readonly id: string;
  readonly label: string;
}

/** The figures of one line by mark; null while nobody has typed one. */
export type Figures = Readonly<Record<string, number | null | undefined>>;
/** The figures of the hall by line. */
export type HandFiguresByLine = Readonly<Record<string, Figures | undefined>>;

type Listed = Pick<BallotView, 'kind' | 'items' | 'candidates' | 'subjects' | 'options' | 'grades' | 'hands' | 'counts'>;

/** What is counted, in the order of the paper. */
export const handLines = ({ items, candidates, subjects, options }: Listed): readonly HandLine[] =>
  items ?? candidates ?? subjects ?? options ?? [];

/** What is counted of each line. */
export function handMarks({ kind, grades = [] }: Listed): readonly string[] {
  if (kind === 'appraisal') return [...grades, 'abstain'];
  return kind === 'poll' ? ['votes'] : ['yes', 'no', 'abstain'];
}

/** The figures as they were saved; empty where none were. */
export function savedFigures({ hands }: Listed): HandFiguresByLine {
  const { items = [], subjects = [], options = [] } = hands ?? {};
  return Object.fromEntries([
    ...[...items, ...options].map(({ id, ...figures }) => [id, figures] as const),
    ...subjects.map(({ id, counts, abstain }) => [id, { ...counts, abstain }] as const),
  ]);
}

/** Why figures cannot be right: some are missing, or they are not as many as voted, or more than were there. */
export type HandFault =
  { readonly what: 'missing' } | { readonly what: 'unequal' | 'above'; readonly counted: number; readonly people: number };

/** The sum of a line; null until all of it is filled in. */
export function sumOf(figures: Figures | undefined, marks: readonly string[]): number | null {
  const given = marks.map((mark) => figures?.[mark] ?? null);
  return given.some((figure) => figure === null) ? null : given.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
}

/**
 * What cannot be right, by line, as the service would refuse it: everybody who voted raised a hand once for each line; of options everybody
 * chose one, so that all of them add up and the first is named.
 */
export function handFaults(ballot: Listed, figures: HandFiguresByLine): ReadonlyMap<string, HandFault> {
  const [lines, marks] = [handLines(ballot), handMarks(ballot)];
  const sums = lines.map(({ id }) => ({ id, counted: sumOf(figures[id], marks) }));
  const missing = sums.filter(({ counted }) => counted === null);
  if (missing.length > 0) return new Map(missing.map(({ id }) => [id, { what: 'missing' }]));
  const first = sums[0]?.id ?? '';
  const counts =
    ballot.kind === 'poll'
      ? [{ id: first, counted: sums.reduce((all, { counted }) => all + (counted ?? 0), 0) }]
      : sums.map(({ id, counted }) => ({ id, counted: counted ?? 0 }));
  const { voters = null, present = null } = ballot.counts ?? {};
  const people = voters ?? counts[0]?.counted ?? 0;
  const faults = counts.flatMap(({ id, counted }): [string, HandFault][] => {
    if (voters === null && present !== null && counted > present) return [[id, { what: 'above', counted, people: present }]];
    return counted === people ? [] : [[id, { what: 'unequal', counted, people }]];
  });
  return new Map(faults);
}

/** The figures as the service asks for them; complete, or there is a fault. */
export function handRequest(ballot: Listed, figures: HandFiguresByLine): HandFigures {
  const figureOf = (id: string, mark: string) => figures[id]?.[mark] ?? 0;
  const ids = handLines(ballot).map(({ id }) => id);
  switch (ballot.kind) {
    case 'appraisal':
      return {
        subjects: ids.map((id) => ({
          id,
          counts: Object.fromEntries((ballot.grades ?? []).map((grade) => [grade, figureOf(id, grade)])),
          abstain: figureOf(id, 'abstain'),
        })),
      };
    case 'poll':
      return { options: ids.map((id) => ({ id, votes: figureOf(id, 'votes') })) };
    default:
      return { items: ids.map((id) => ({ id, yes: figureOf(id, 'yes'), no: figureOf(id, 'no'), abstain: figureOf(id, 'abstain') })) };
  }
}
