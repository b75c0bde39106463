import type { CivilDate } from '@plenum/calendar';

/** What is said of a field of a record, once, where the field is. */
export interface Field<T> {
  /** Whether the audit trail may keep it. */
  readonly audited: boolean;
  /** Reads it back, where it is kept as JSON and holds instants; null is never read. */
  readonly read?: (kept: StoredJson<NonNullable<T>>) => T;
}

/** A field that a new record has, too, before anybody says anything of it. */
export interface BlankField<T> extends Field<T> {
  readonly blank: T;
}

/** All fields of a part of a record: one that is left out does not compile. */
export type Fields<Part> = { readonly [F in keyof Part]-?: Field<Part[F]> };
export type BlankFields<Part> = { readonly [F in keyof Part]-?: BlankField<Part[F]> };

/** A value as it comes back from JSON: every instant is a text. */
export type StoredJson<T> = T extends Date
  ? string
  : T extends CivilDate
    ? T
    : T extends object
      ? { readonly [K in keyof T]: StoredJson<T[K]> }
      : T;

/** The part as a new record has it. */
export function blankOf<Part>(fields: BlankFields<Part>): Part {
  const entries: readonly [string, BlankField<unknown>][] = Object.entries(fields);
  return Object.fromEntries(entries.map(([name, { blank }]) => [name, blank])) as Part;
}

/** What was kept with the instant at which it happened. */
export const withDate = <T extends { readonly at: string }>(kept: T): Omit<T, 'at'> & { readonly at: Date } => ({
  ...kept,
  at: new Date(kept.at),
});
