import { Q } from '../group/belenios-2048.js';
import { parseCanonical, parseFree } from './json.js';
import { type Check, demand, refuse } from './verdict.js';

/** A decimal number in its only spelling; 617 digits hold every number below p. */
const DECIMAL = /^(?:0|[1-9][0-9]{0,616})$/;

type Fields<K extends string> = {
  readonly [N in K as N extends `${infer Name}?` ? Name : N]: N extends `${string}?` ? StrictReader | undefined : StrictReader;
};

/**
 * A value of parsed JSON and the place where it stands. Reads strictly: exactly these fields, exactly this many entries,
 * exactly this spelling; whatever differs is refused under the reader's check.
 */
export class StrictReader {
  private constructor(
    readonly value: unknown,
    readonly at: string,
    readonly check: Check,
  ) {}

  /** Reads a text that must be canonical JSON. */
  static canonical(text: string, check: Check, at = ''): StrictReader {
    return new StrictReader(parseCanonical(text, check, at), at, check);
  }

  /** Reads a text whose spelling is free. */
  static free(text: string, check: Check, at = ''): StrictReader {
    return new StrictReader(parseFree(text, check, at), at, check);
  }

  /** The fields of an object: all of them, in this order, no others. A name that ends in "?" may be absent. */
  object<const K extends string>(...names: readonly K[]): Fields<K> {
    const { found, fields } = this.fields(names);
    this.demand(found.join() === Object.keys(fields).join(), `fields are not ${names.join(', ')}`);
    return fields;
  }

  /** As {@link object}, in any order: for the election, whose spelling is free. */
  unordered<const K extends string>(...names: readonly K[]): Fields<K> {
    const { found, fields } = this.fields(names);
    this.demand(found.length === Object.keys(fields).length, `fields are not ${names.join(', ')}`);
    return fields;
  }

  /** The entries of an array: exactly `length`, or at most `max`. */
  list(size: number | { readonly max: number }): readonly StrictReader[] {
    const entries = this.value;
    if (!Array.isArray(entries)) return this.refuse('not an array');
    if (typeof size === 'number') this.demand(entries.length === size, `${entries.length} entries where ${size} belong`);
    else this.demand(entries.length <= size.max, `more than ${size.max} entries`);
    return entries.map((entry, index) => this.inner(entry, `[${index}]`));
  }

  /** A string of at most `max` UTF-16 units. */
  text(max: number): string {
    if (typeof this.value !== 'string') return this.refuse('not a string');
    this.demand(this.value.length <= max, `longer than ${max}`);
    return this.value;
  }

  /** A string that matches. */
  matching(pattern: RegExp, meaning: string): string {
    if (typeof this.value !== 'string' || !pattern.test(this.value)) return this.refuse(`not ${meaning}`);
    return this.value;
  }

  /** A number written in decimal in a string, of at most 617 digits: an element before its membership is checked. */
  decimal(): bigint {
    return BigInt(this.matching(DECIMAL, 'a decimal number in its shortest form'));
  }

  /** An exponent: a decimal number below q. The non-reduced spellings of the same number are refused. */
  exponent(): bigint {
    const exponent = this.decimal();
    this.demand(exponent < Q, 'not reduced modulo q');
    return exponent;
  }

  /** A whole number from 0 to `max`. */
  count(max: number): number {
    const { value } = this;
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > max)
      return this.refuse(`not a whole number up to ${max}`);
    return value;
  }

  /** Exactly this value. */
  exactly(expected: string | number | boolean): void {
    this.demand(this.value === expected, `not ${JSON.stringify(expected)}`);
  }

  /** A hexadecimal SHA-256. */
  hash(): string {
    return this.matching(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal');
  }

  /** Refuses under this reader's check. */
  refuse(reason: string): never {
    return refuse(this.check, this.at, reason);
  }

  private demand(holds: boolean, reason: string): asserts holds {
    demand(holds, this.check, this.at, reason);
  }

  private fields<K extends string>(names: readonly K[]): { found: readonly string[]; fields: Fields<K> } {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.refuse('not an object');
    const fields: Record<string, StrictReader> = {};
    for (const spelled of names) {
      const optional = spelled.endsWith('?');
      const name = optional ? spelled.slice(0, -1) : spelled;
      if (Object.prototype.hasOwnProperty.call(value, name))
        fields[name] = this.inner((value as Record<string, unknown>)[name], this.at ? `.${name}` : name);
      else this.demand(optional, `no field ${name}`);
    }
    return { found: Object.keys(value), fields: fields as Fields<K> };
  }

  private inner(value: unknown, step: string): StrictReader {
    return new StrictReader(value, this.at + step, this.check);
  }
}
