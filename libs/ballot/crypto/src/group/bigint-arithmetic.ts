import { type Arithmetic, type FixedBase, multiplyModP } from './arithmetic.js';
import { hexHash } from './hashing.js';
import { FixedBaseTableCache } from './fixed-base-table.js';

const WINDOW_BITS = 5;

/** How much memory and start-up time tables may take. */
export interface TableSize {
  /** Window of a table in bits: 6 suits a browser (0.7 MB a base), 8 a server. */
  readonly bits?: number;
  /** How many tables are kept, at least 2: that of g and that of one election. */
  readonly tablesMax?: number;
}

/**
 * Exponentiation with BigInt alone: runs everywhere, is not constant-time. That is acceptable on the voter's and the
 * scrutineer's own device, which is where secrets live; no server holds one.
 */
export class BigIntArithmetic implements Arithmetic {
  readonly name = 'bigint';
  readonly hexHash = hexHash;
  private readonly shelf: FixedBaseTableCache;

  constructor({ bits = 6, tablesMax = 6 }: TableSize = {}) {
    this.shelf = new FixedBaseTableCache(bits, tablesMax);
  }

  /** Left to right, five bits at a time. */
  power(base: bigint, exponent: bigint): bigint {
    const window = [1n, base];
    for (let digit = 2; digit < 1 << WINDOW_BITS; digit++) window.push(multiplyModP(window[digit - 1]!, base));
    const bits = exponent.toString(2);
    const lead = bits.length % WINDOW_BITS;
    let result = lead === 0 ? 1n : window[parseInt(bits.slice(0, lead), 2)]!;
    for (let at = lead; at < bits.length; at += WINDOW_BITS) {
      for (let square = 0; square < WINDOW_BITS; square++) result = multiplyModP(result, result);
      const digit = parseInt(bits.slice(at, at + WINDOW_BITS), 2);
      if (digit !== 0) result = multiplyModP(result, window[digit]!);
    }
    return result;
  }

  fixedBase(base: bigint): FixedBase {
    return this.shelf.get(base);
  }
}
