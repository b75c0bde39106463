import { type FixedBase, multiplyModP } from './arithmetic.js';

/** Exponents are below 2^256. */
const EXPONENT_BITS = 256;

/**
 * base^(digit * 2^(bits * row)) for every digit and row: a power is then one multiplication a row and no squaring.
 * Size: 256 / bits * 2^bits numbers of 256 bytes (8 bit: 8,192 numbers, 2.3 MB, 40 ms to make).
 */
export class FixedBaseTable implements FixedBase {
  private readonly rows: readonly (readonly bigint[])[];

  constructor(
    readonly base: bigint,
    private readonly bits: number,
  ) {
    const rows: bigint[][] = [];
    let first = base;
    for (let done = 0; done < EXPONENT_BITS; done += bits) {
      const row = [1n];
      for (let digit = 1; digit < 1 << bits; digit++) row.push(multiplyModP(row[digit - 1]!, first));
      rows.push(row);
      first = multiplyModP(row[row.length - 1]!, first);
    }
    this.rows = rows;
  }

  power(exponent: bigint): bigint {
    const bytes = littleEndian(exponent);
    const mask = (1 << this.bits) - 1;
    let [result, at] = [1n, 0];
    for (const row of this.rows) {
      const digit = (bytes.getUint32(at >> 3, true) >>> (at & 7)) & mask;
      if (digit !== 0) result = multiplyModP(result, row[digit]!);
      at += this.bits;
    }
    return result;
  }
}

/** The bytes of an exponent, and four of nothing behind them, so that every digit can be read as a part of 32 bits. */
function littleEndian(exponent: bigint): DataView {
  if (exponent >> BigInt(EXPONENT_BITS) !== 0n) throw new TypeError('exponent: longer than 256 bit');
  const bytes = new DataView(new ArrayBuffer(EXPONENT_BITS / 8 + 4));
  for (let word = 0; word < EXPONENT_BITS / 64; word++) bytes.setBigUint64(8 * word, exponent >> BigInt(64 * word), true);
  return bytes;
}

/** Makes tables on demand and keeps the last few, so a service with many elections does not grow. */
export class FixedBaseTableCache {
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
