import { type Ballot, BALLOT_FIELDS, type Field, nextTime } from '@plenum/ballot-domain';

/** A row of `ballots`, by its columns. */
export type BallotRow = Readonly<Record<string, unknown>>;

/** Every field of a ballot in the column of its name: `openedAt` in `opened_at`. */
const FIELDS: readonly (readonly [name: keyof Ballot, column: string, field: Field<unknown>])[] = (
  Object.entries(BALLOT_FIELDS) as [keyof Ballot, Field<unknown>][]
).map(([name, field]) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), field]);

/** The ballot that a row holds: instants of its own come as such, those inside JSON as text. */
export function toBallot(row: BallotRow): Ballot {
  return Object.fromEntries(
    FIELDS.map(([name, column, { read }]) => [name, read && row[column] !== null ? read(row[column] as object) : row[column]]),
  ) as unknown as Ballot;
}

/** The columns of a ballot with their values; the next time that something happens by itself stands beside what it follows from. */
export function columnsOf(ballot: Ballot): readonly (readonly [column: string, value: unknown])[] {
  return [...FIELDS.map(([name, column]) => [column, stored(ballot[name])] as const), ['next_time', nextTime(ballot)]];
}

const stored = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value;
