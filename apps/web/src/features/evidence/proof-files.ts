/** What proves a result: the board with the log of its further proofs, the case that the engine counted, and everything together. */
export const PROOFS = ['archive', 'sidecar', 'case', 'evidence'] as const;
export type Proof = (typeof PROOFS)[number];

const ENDINGS: Record<Proof, string> = { archive: 'bel', sidecar: 'sidecar', case: 'json', evidence: 'zip' };

/** The name under which a proof is kept: that of its ballot, so that files of several votes stay apart. */
export const fileNameOf = (ballotId: string, proof: Proof): string => `${ballotId}.${ENDINGS[proof]}`;
