import type { BallotView } from '../../api/shapes.js';

/** Something on the sheet that takes a mark. */
export interface Line {
  readonly id: string;
  readonly label: string;
}

/** What a teller leaves to the scrutineers, instead of deciding how it reads. */
export const DOUBT_REASONS = ['illegible', 'markOutside', 'noSeal', 'twoPosts', 'otherFault'] as const;
export type DoubtReason = (typeof DOUBT_REASONS)[number];

/** A sheet as it is being read. */
export interface Reading {
  readonly no: number;
  readonly marks: Readonly<Record<string, string>>;
  readonly writeIns: readonly string[];
  readonly doubt: { readonly reason: DoubtReason; readonly marks: readonly string[] } | null;
}

/** The lines of the paper, in its order. */
export const linesOf = ({
  items,
  candidates,
  subjects,
  options,
}: Pick<BallotView, 'items' | 'candidates' | 'subjects' | 'options'>): readonly Line[] => items ?? candidates ?? subjects ?? options ?? [];

/** The marks that a sheet of this kind may bear; each has the key of its place, from 1. */
export function marksOf({ kind, grades = [] }: Pick<BallotView, 'kind' | 'grades'>): readonly string[] {
  if (kind === 'appraisal') return [...grades, 'abstain'];
  return kind === 'poll' ? ['yes'] : ['yes', 'no', 'abstain'];
}

export const emptyReading = (no: number): Reading => ({ no, marks: {}, writeIns: [], doubt: null });

/** Where the reader is: at which line of which sheet. */
export interface EntryPosition {
  readonly reading: Reading;
  readonly at: number;
}

const CLEAR = ['0', 'Backspace', 'Delete'];

/**
 * What a key does: arrows go from line to line, a figure marks the line and goes on, 0 takes the mark away. Null for a key that means
 * nothing here.
 */
export function afterKey(
  { reading, at }: EntryPosition,
  key: string,
  lines: readonly Line[],
  marks: readonly string[],
): EntryPosition | null {
  const last = lines.length - 1;
  if (key === 'ArrowDown') return { reading, at: Math.min(last, at + 1) };
  if (key === 'ArrowUp') return { reading, at: Math.max(0, at - 1) };
  const line = lines[at];
  if (!line) return null;
  if (CLEAR.includes(key)) return { reading: marked(reading, line.id, null), at };
  const mark = /^[1-9]$/.test(key) ? marks[Number(key) - 1] : undefined;
  return mark === undefined ? null : { reading: marked(reading, line.id, mark), at: Math.min(last, at + 1) };
}

/** The reading with one mark set, changed or taken away: what has no mark is left out. */
export function marked(reading: Reading, id: string, mark: string | null): Reading {
  const { [id]: _, ...others } = reading.marks;
  return { ...reading, marks: mark === null ? others : { ...others, [id]: mark } };
}

/** The first number that is not entered yet; one above the last when all are. */
export function nextNumber(entered: readonly number[], returned: number): number {
  const known = new Set(entered);
  for (let no = 1; no <= returned; no++) if (!known.has(no)) return no;
  return returned + 1;
}

/** Names as they are typed: with commas, enumeration commas or line ends between. */
export const namesIn = (text: string): readonly string[] =>
  text
    .split(/[,，、;；\n]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
