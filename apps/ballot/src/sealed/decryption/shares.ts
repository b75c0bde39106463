import { lackingGroups, type Trustees } from '@plenum/ballot-crypto';

/**
 * How many shares are still needed beside those of these owners: of a circle as many as its rules say, of single scrutineers each one's.
 */
export const lackingShares = (trustees: Trustees, given: ReadonlySet<number>): number =>
  lackingGroups(trustees, given).reduce((sum, { owners, needed }) => sum + needed - owners.filter((owner) => given.has(owner)).length, 0);
