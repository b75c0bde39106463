import type { CivilDate } from '@plenum/calendar';

/** JSON as PostgreSQL gives it back: every instant is a text. */
export type StoredJson<T> = T extends Date
  ? string
  : T extends CivilDate
    ? T
    : T extends readonly (infer E)[]
      ? readonly StoredJson<E>[]
      : T extends object
        ? { readonly [K in keyof T]: StoredJson<T[K]> }
        : T;
