import { type Arithmetic, inverseModQ, modQ, multiplyModP } from '../group/arithmetic.js';
import type { TrusteeGroup, Trustees } from '../trustees/trustees.js';
import type { DecryptionFactors } from './share.js';

/** Verified factors by owner. */
export type FactorsByOwner = ReadonlyMap<number, DecryptionFactors>;

/** Groups that still lack shares: all must have enough before the sum can be opened. */
export const groupsLackingShares = ({ groups }: Trustees, owners: ReadonlySet<number>): readonly TrusteeGroup[] =>
  groups.filter(({ owners: members, needed }) => members.filter((owner) => owners.has(owner)).length < needed);

/**
 * The factor y^r of each cell from enough shares: of a single trustee the share itself, of a threshold group the product of the
 * first `needed` present ones, each to its Lagrange coefficient (specification 4.19).
 */
export function combine(arithmetic: Arithmetic, trustees: Trustees, shares: FactorsByOwner): DecryptionFactors {
  if (groupsLackingShares(trustees, new Set(shares.keys())).length > 0) throw new TypeError('shares: not enough to open the sum');
  const used = trustees.groups.flatMap((group) =>
    exponents(group, shares).map(([owner, exponent]) => ({ factors: shares.get(owner)!, exponent })),
  );
  const [first] = shares.values();
  return first!.map((row, question) =>
    row.map((_, cell) =>
      used.reduce((product, { factors, exponent }) => {
        const factor = factors[question]![cell]!;
        return multiplyModP(product, exponent === 1n ? factor : arithmetic.power(factor, exponent));
      }, 1n),
    ),
  );
}

function exponents(
  { owners, needed, isThreshold }: TrusteeGroup,
  shares: FactorsByOwner,
): readonly (readonly [owner: number, exponent: bigint])[] {
  if (!isThreshold) return [[owners[0]!, 1n]];
  const seats = owners
    .map((owner, index) => ({ owner, seat: index + 1 }))
    .filter(({ owner }) => shares.has(owner))
    .slice(0, needed);
  return seats.map(({ owner, seat }) => [
    owner,
    lagrange(
      seat,
      seats.map((other) => other.seat),
    ),
  ]);
}

/** The product of k / (k - seat) over the other seats, modulo q: what makes values at the seats one value at 0. */
export function lagrange(seat: number, seats: readonly number[]): bigint {
  return seats.filter((other) => other !== seat).reduce((product, k) => modQ(product * BigInt(k) * inverseModQ(BigInt(k - seat))), 1n);
}
