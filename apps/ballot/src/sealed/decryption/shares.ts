import { groupsLackingShares, type Trustees } from '@plenum/ballot-crypto';

/**
 * How many shares are still needed beside those of these owners: of a threshold group as many as its rules say, of single scrutineers each
 * one's.
 */
export const lackingShares = (trustees: Trustees, given: ReadonlySet<number>): number =>
  groupsLackingShares(trustees, given).reduce(
    (sum, { owners, needed }) => sum + needed - owners.filter((owner) => given.has(owner)).length,
    0,
  );
