import type { Quorum } from '../setup-requests.js';

/** The quorums that the rules of congresses have; two thirds or more is the usual one. */
export const QUORUMS = {
  twoThirds: { num: 2, den: 3, inclusive: true },
  moreThanHalf: { num: 1, den: 2, inclusive: false },
  half: { num: 1, den: 2, inclusive: true },
  threeQuarters: { num: 3, den: 4, inclusive: true },
  fourFifths: { num: 4, den: 5, inclusive: true },
} as const satisfies Readonly<Record<string, Quorum>>;
export type QuorumName = keyof typeof QUORUMS;
export const QUORUM_NAMES = Object.keys(QUORUMS) as QuorumName[];

/** The name of a quorum; null for one that has none. */
export const quorumName = ({ num, den, inclusive }: Quorum): QuorumName | null =>
  QUORUM_NAMES.find((name) => QUORUMS[name].num * den === num * QUORUMS[name].den && QUORUMS[name].inclusive === inclusive) ?? null;

/** The smallest number of people who are a quorum of these. */
export const quorumCountOf = ({ num, den, inclusive }: Quorum, entitled: number): number =>
  inclusive ? Math.ceil((entitled * num) / den) : Math.floor((entitled * num) / den) + 1;
