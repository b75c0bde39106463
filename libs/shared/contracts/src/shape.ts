/** Reads one value of a payload; answers the faults it found, each with its path below `field`. */
export interface Reader<T> {
  readonly faults: (value: unknown, field: string) => readonly PayloadFault[];
  /** Never set: carries the type of what is read. */
  readonly reads?: T;
}

/** Where a payload departs from its contract, and how. */
export interface PayloadFault {
  readonly field: string;
  readonly reason: string;
}

/** The type that a reader reads. */
export type Read<R> = R extends Reader<infer T> ? T : never;

const reader = <T>(reason: string, holds: (value: unknown) => boolean): Reader<T> => ({
  faults: (value, field) => (holds(value) ? [] : [{ field, reason }]),
});

const TEXT_MAX = 2000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= TEXT_MAX;

/** An id as every service makes it: a lower-case UUID. */
export const id = reader<string>('not-an-id', (value) => isText(value) && UUID.test(value));
/** A text of at most 2,000 characters. */
export const text = reader<string>('not-a-text', isText);
/** An instant, ISO 8601 in UTC. */
export const instant = reader<string>(
  'not-an-instant',
  (value) => isText(value) && INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
);
/** A civil date, `YYYY-MM-DD`. */
export const date = reader<string>('not-a-date', (value) => isText(value) && DATE.test(value));
/** A whole number >= 0. */
export const count = reader<number>('not-a-count', (value) => Number.isSafeInteger(value) && (value as number) >= 0);
/** A whole number, also less than nothing. */
export const integer = reader<number>('not-an-integer', (value) => Number.isSafeInteger(value));
/** True or false. */
export const flag = reader<boolean>('not-a-flag', (value) => typeof value === 'boolean');

/** One word of a closed list. */
export const oneOf = <const W extends readonly string[]>(words: W): Reader<W[number]> =>
  reader('not-in-the-list', (value) => isText(value) && words.includes(value));

/** The value, or null where it does not apply. */
export const nullable = <T>(inner: Reader<T>): Reader<T | null> => ({
  faults: (value, field) => (value === null ? [] : inner.faults(value, field)),
});

/** The value, or nothing at all: a field that events of before do not have. */
export const added = <T>(inner: Reader<T>): Reader<T | undefined> => ({
  faults: (value, field) => (value === undefined ? [] : inner.faults(value, field)),
});

/** A list of at most `max` values. */
export const listOf = <T>(inner: Reader<T>, max = 10_000): Reader<readonly T[]> => ({
  faults: (value, field) => {
    if (!Array.isArray(value) || value.length > max) return [{ field, reason: 'not-a-list' }];
    return value.flatMap((entry, index) => inner.faults(entry, `${field}[${index}]`));
  },
});

/** What an object of these fields holds; what was {@link added} may be left out. */
export type Fields<F extends Record<string, Reader<unknown>>> = {
  readonly [K in keyof F as undefined extends Read<F[K]> ? never : K]: Read<F[K]>;
} & { readonly [K in keyof F as undefined extends Read<F[K]> ? K : never]?: Read<F[K]> };

/** An object with exactly these fields. */
export const shape = <F extends Record<string, Reader<unknown>>>(fields: F): Reader<Fields<F>> => ({
  faults: (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ field, reason: 'not-an-object' }];
    const at = (name: string) => (field === '' ? name : `${field}.${name}`);
    const given = value as Record<string, unknown>;
    return [
      ...Object.entries(fields).flatMap(([name, inner]) => inner.faults(given[name], at(name))),
      ...Object.keys(given)
        .filter((name) => !(name in fields))
        .map((name) => ({ field: at(name), reason: 'unknown-field' })),
    ];
  },
});
