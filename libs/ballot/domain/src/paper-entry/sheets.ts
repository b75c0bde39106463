import { Input } from '../counting/input.js';
import { type Doubt, readDoubt } from './doubts.js';

/** A paper under the number that it was given after the box was emptied and mixed: it says nothing of who cast it, or when. */
export interface Sheet {
  readonly no: number;
  /** By the id of the choice: `yes`, `no`, `abstain`, or the grade of an appraisal. A choice without a mark is an abstention. */
  readonly marks: ReadonlyMap<string, string>;
  readonly writeIns: readonly string[];
  /** What the reader leaves to the scrutineers; null where nothing is in doubt. */
  readonly doubt: Doubt | null;
}

const SHEETS_MAX = 1_000_000; // Far above any hall; keeps numbers plain.
const FIELDS = ['no', 'marks', 'writeIns', 'doubt'] as const;

/**
 * Reads sheets as a teller sends them, with the marks that the ballot knows. @throws MalformedError with the first faulty field below
 * `sheets`.
 */
export function readSheets(value: unknown, words: readonly string[]): Sheet[] {
  const seen = new Set<number>();
  return new Input(value, 'sheets').list().map((entry) => {
    const { no, ...paper } = entry.fields(FIELDS);
    const sheet = { no: no.whole(1, SHEETS_MAX), ...readTrimmed(paper, words) };
    if (seen.has(sheet.no)) no.refuse('repeated');
    seen.add(sheet.no);
    return sheet;
  });
}

/** Reads one sheet. @throws MalformedError with the first faulty field. */
export function readSheet(value: unknown, words: readonly string[]): Sheet {
  const { no, ...paper } = new Input(value).fields(FIELDS);
  return { no: no.whole(1, SHEETS_MAX), ...readTrimmed(paper, words) };
}

/** Whether two readings of a paper count the same: no mark is an abstention, and names written in have no order. */
export function sheetsAgree(one: Sheet, other: Sheet): boolean {
  const ids = new Set([...one.marks.keys(), ...other.marks.keys()]);
  const sameMarks = [...ids].every((id) => (one.marks.get(id) ?? 'abstain') === (other.marks.get(id) ?? 'abstain'));
  return sameMarks && JSON.stringify([...one.writeIns].sort()) === JSON.stringify([...other.writeIns].sort());
}

const CONTROL = /\p{Cc}/u; // No name has them, and no database keeps all of them.

function readTrimmed(paper: Record<'marks' | 'writeIns' | 'doubt', Input>, words: readonly string[]): Omit<Sheet, 'no'> {
  const marks = new Map([...(paper.marks.maybe((given) => given.entries()) ?? [])].map(([id, mark]) => [id, mark.word(words)]));
  const names = (paper.writeIns.maybe((given) => given.list()) ?? []).map((name) => name.text().trim());
  if ([...marks.keys()].some((id) => CONTROL.test(id))) paper.marks.refuse('not-an-id');
  if (names.some((name) => name === '' || CONTROL.test(name))) paper.writeIns.refuse('not-a-name');
  return { marks, writeIns: names, doubt: paper.doubt.orNull(readDoubt) };
}
