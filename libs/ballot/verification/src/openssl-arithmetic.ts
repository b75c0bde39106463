import { createDiffieHellman, createHash, type DiffieHellman } from 'node:crypto';
import { type Arithmetic, BigIntArithmetic, type FixedBase, G, P, Q, TableShelf, type TableSize } from '@plenum/ballot-crypto';

const BYTES = 256;
const MINUS_ONE = P - 1n;

/**
 * Exponentiation by OpenSSL through Diffie-Hellman, which is nothing else: setPrivateKey is the exponent, computeSecret
 * the power. Six times faster than BigInt and constant-time. An unusual use, so every corner is handled here
 * (BALLOT_PROTOCOL 4): OpenSSL refuses bases below 2 and above p-2 and results of 1 and p-1 (Node 20 and 24 throw, Node
 * 22 gives nothing); such powers are known without it or computed again with BigInt. Use {@link serverArithmetic}.
 */
export class OpenSslArithmetic implements Arithmetic {
  readonly name = 'openssl';
  private readonly group: DiffieHellman;
  private readonly shelf: TableShelf;
  private readonly bigint: BigIntArithmetic;

  constructor({ bits = 10, tablesMax = 6 }: TableSize = {}) {
    // DH_check says "not a safe prime" (verifyError 2), which is so and harmless: p is not meant to be one.
    this.group = createDiffieHellman(toBytes(P), toBytes(G));
    this.shelf = new TableShelf(bits, tablesMax);
    this.bigint = new BigIntArithmetic({ bits: 2 });
  }

  power(base: bigint, exponent: bigint): bigint {
    if (exponent === 0n) return 1n;
    if (exponent === 1n || base < 2n) return base;
    if (base === MINUS_ONE) return exponent % 2n === 0n ? 1n : base;
    return this.ask(base, exponent) ?? this.bigint.power(base, exponent);
  }

  fixedBase(base: bigint): FixedBase {
    return this.shelf.get(base);
  }

  challenge(text: string): bigint {
    return BigInt(`0x${createHash('sha256').update(text).digest('hex')}`) % Q;
  }

  private ask(base: bigint, exponent: bigint): bigint | undefined {
    try {
      this.group.setPrivateKey(toBytes(exponent));
      const power = this.group.computeSecret(toBytes(base));
      return power.length === BYTES ? BigInt(`0x${power.toString('hex')}`) : undefined;
    } catch {
      return undefined;
    }
  }
}

/**
 * The fastest arithmetic that computes right on this machine: OpenSSL's if it passes a self-test against BigInt, else
 * BigInt. `make` is an argument so that the fall can be tested.
 */
export function serverArithmetic(
  size: TableSize = {},
  make: (size: TableSize) => Arithmetic = (given) => new OpenSslArithmetic(given),
): Arithmetic {
  try {
    const candidate = make(size);
    if (agreesWithBigInt(candidate)) return candidate;
  } catch {
    // No OpenSSL, or one that refuses the group: BigInt is slower and right.
  }
  return new BigIntArithmetic({ bits: 8, ...size });
}

/** Numbers of order 2, 3 and 6, the edges, and ordinary ones, to exponents of every length. */
function agreesWithBigInt(candidate: Arithmetic): boolean {
  const reference = new BigIntArithmetic({ bits: 2 });
  const third = reference.power(5n, (P - 1n) / 3n);
  const bases = [0n, 1n, 2n, G, third, P - third, P - G, P - 2n, P - 1n];
  const exponents = [0n, 1n, 2n, 3n, 6n, Q - 1n, Q, Q + 1n];
  const agrees = (base: bigint, exponent: bigint): boolean => candidate.power(base, exponent) === reference.power(base, exponent);
  const powers = bases.every((base) => exponents.every((exponent) => agrees(base, exponent))) && agrees(G, P - 2n) && agrees(3n, P - 1n);
  const table = candidate.fixedBase(G).power(Q - 1n) === reference.power(G, Q - 1n);
  return powers && table && candidate.challenge('prove|') === reference.challenge('prove|');
}

function toBytes(value: bigint): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}
