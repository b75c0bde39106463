import { type FixedBase, times } from './arithmetic.js';

/** Exponents are below 2^256. */
const EXPONENT_BITS = 256;

/**
 * base^(digit * 2^(bits * row)) for every digit and row: a power is then one multiplication a row and no squaring.
 * Size: 256 / bits * 2^bits numbers of 256 bytes (8 bit: 8,192 numbers, 2.3 MB, 40 ms to make).
 */
export class FixedBaseTable implements FixedBase {
  private readonly rows: readonly (readonly bigint[])[];
  private readonly digits: bigint;

  constructor(
    readonly base: bigint,
    private readonly bits: number,
  ) {
    const rows: bigint[][] = [];
    this.digits = (1n << BigInt(bits)) - 1n;
    let first = base;
    for (let done = 0; done < EXPONENT_BITS; done += bits) {
      const row = [1n];
      for (let digit = 1; digit < 1 << bits; digit++) row.push(times(row[digit - 1]!, first));
      rows.push(row);
      first = times(row[row.length - 1]!, first);
    }
    this.rows = rows;
  }

  power(exponent: bigint): bigint {
    let result = 1n;
    let rest = exponent;
    const step = BigInt(this.bits);
    for (const row of this.rows) {
      const digit = Number(rest & this.digits);
      if (digit !== 0) result = times(result, row[digit]!);
      rest >>= step;
    }
    if (rest !== 0n) throw new TypeError('exponent: longer than 256 bit');
    return result;
  }
}

/** Makes tables on demand and keeps the last few, so a service with many elections does not grow. */
export class TableShelf {
  private readonly tables = new Map<bigint, FixedBaseTable>();

  constructor(
    private readonly bits: number,
    private readonly tablesMax: number,
  ) {}

  /** The table of a base; the one used longest ago makes room. */
  get(base: bigint): FixedBase {
    const table = this.tables.get(base) ?? new FixedBaseTable(base, this.bits);
    this.tables.delete(base);
    this.tables.set(base, table);
    if (this.tables.size > this.tablesMax) this.tables.delete(this.tables.keys().next().value!);
    return table;
  }
}
