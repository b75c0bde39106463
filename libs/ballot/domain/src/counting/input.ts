import { MalformedError } from '@plenum/kernel';

/**
 * A value of the input together with the path that leads to it (`rules.elect.base`, `papers[3].marks.c01`).
 * Every reading either gives a typed value or refuses with that path.
 */
export class Input {
  constructor(
    private readonly value: unknown,
    readonly path = '',
  ) {}

  /** @throws MalformedError with this path; `reason` is a stable word. */
  refuse(reason: string): never {
    throw new MalformedError([{ field: this.path, reason }]);
  }

  /** Reads an object that has no other fields than `known`. */
  fields<const K extends string>(known: readonly K[]): Record<K, Input> {
    const given = this.entries();
    const unknown = [...given.keys()].find((name) => !known.some((field) => field === name));
    if (unknown !== undefined) given.get(unknown)?.refuse('unknown-field');
    return Object.fromEntries(known.map((name) => [name, given.get(name) ?? this.at(name)])) as Record<K, Input>;
  }

  /** Reads an object whose names are free, such as the marks of a paper. */
  entries(): ReadonlyMap<string, Input> {
    if (this.value === undefined) this.refuse('missing');
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) this.refuse('not-an-object');
    return new Map(Object.entries(this.value as object).map(([name, value]) => [name, new Input(value, this.step(name))]));
  }

  /** Reads a list. */
  list(): Input[] {
    if (this.value === undefined) this.refuse('missing');
    if (!Array.isArray(this.value)) this.refuse('not-a-list');
    return (this.value as unknown[]).map((value, index) => new Input(value, `${this.path}[${index}]`));
  }

  /** Reads a list with something in it. */
  filledList(): Input[] {
    const entries = this.list();
    return entries.length > 0 ? entries : this.refuse('empty');
  }

  /** Reads a text that is not empty. */
  text(): string {
    if (this.value === undefined) this.refuse('missing');
    return typeof this.value === 'string' && this.value !== '' ? this.value : this.refuse('not-a-text');
  }

  /** Reads one word of a closed list. */
  word<const W extends string | true>(words: readonly W[]): W {
    if (this.value === undefined) this.refuse('missing');
    return words.find((word) => word === this.value) ?? this.refuse('not-in-the-list');
  }

  /** Reads true or false. */
  flag(): boolean {
    if (this.value === undefined) this.refuse('missing');
    return typeof this.value === 'boolean' ? this.value : this.refuse('not-a-flag');
  }

  /** Reads a whole number of a rule, from `min` to `max`. */
  whole(min: number, max: number): number {
    const value = this.figure();
    if (!Number.isInteger(value)) this.refuse('not-a-whole-number');
    if (value < min) this.refuse('too-small');
    return value <= max ? value : this.refuse('too-large');
  }

  /**
   * Reads a figure of the count. A negative or broken number passes: whether figures are whole is
   * the first gate's question (COUNTING, gate 1). Beyond 2^53 a number is not read exactly, so it is refused.
   */
  figure(): number {
    if (this.value === undefined) this.refuse('missing');
    if (typeof this.value !== 'number' || Number.isNaN(this.value)) this.refuse('not-a-number');
    const value = this.value as number;
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : this.refuse('too-large');
  }

  /** What `read` gives, or undefined where the field is left out. */
  maybe<T>(read: (input: Input) => T): T | undefined {
    return this.value === undefined ? undefined : read(this);
  }

  /** What `read` gives, or null where the field is null or left out: a rule that is switched off. */
  orNull<T>(read: (input: Input) => T): T | null {
    return this.value === undefined || this.value === null ? null : read(this);
  }

  /** What `read` gives, null where the field is null, undefined where it is left out: a rule as it is stated. */
  nullable<T>(read: (input: Input) => T): T | null | undefined {
    return this.value === null ? null : this.maybe(read);
  }

  /** Whether the field is there at all. */
  isGiven(): boolean {
    return this.value !== undefined;
  }

  private at(name: string): Input {
    return new Input(undefined, this.step(name));
  }

  private step(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }
}

/** Reads a list of entries that each have an id of their own; `taken` holds ids that are spoken for. */
export function readEntries<T extends { readonly id: string }>(
  entries: readonly Input[],
  read: (entry: Input) => T,
  taken: Iterable<string> = [],
): T[] {
  const seen = new Set(taken);
  return entries.map((entry) => {
    const known = read(entry);
    if (seen.has(known.id)) new Input(undefined, `${entry.path}.id`).refuse('repeated');
    seen.add(known.id);
    return known;
  });
}

/** Reads a list of ids or words, each once. */
export function readDistinct<W extends string>(entries: readonly Input[], read: (entry: Input) => W): W[] {
  const seen = new Set<W>();
  for (const entry of entries) {
    const word = read(entry);
    if (seen.has(word)) entry.refuse('repeated');
    seen.add(word);
  }
  return [...seen];
}

/** What is stated: fields that read to undefined are left out. */
export type GivenFields<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The fields that were given, as they were read. */
export const stated = <T extends object>(fields: T): GivenFields<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as GivenFields<T>;
