import { StrictReader } from '../form/strict-reader.js';
import { demand, type Verdict, verdict } from '../form/verdict.js';
import { type Arithmetic, isMember } from '../group/arithmetic.js';
import { G } from '../group/belenios-2048.js';
import { type Randomness, systemRandomness } from '../group/randomness.js';
import { verifyDiscreteLogEquality, proveDiscreteLogEquality } from '../proofs/equality.js';
import { readProof, writeProof } from '../proofs/proof.js';
import type { EncryptedTally } from './encrypted-tally.js';

/** A trustee's factors alpha^x, a number for each cell, proven. */
export type DecryptionFactors = readonly (readonly bigint[])[];

const sharePrefix = (fingerprint: string, publicKey: bigint): string => `decrypt|${fingerprint}|${publicKey}|`;

/**
 * A scrutineer's share: opens nothing by itself. Make it only of a tally that this device added up from an archive that
 * it verified, or the key serves whoever asks (BALLOT_PROTOCOL 5).
 */
export function makeShare(
  arithmetic: Arithmetic,
  fingerprint: string,
  tally: EncryptedTally,
  secret: bigint,
  random: Randomness = systemRandomness,
): string {
  const prefix = sharePrefix(fingerprint, arithmetic.fixedBase(G).power(secret));
  return JSON.stringify({
    decryption_factors: tally.map((cells) => cells.map(({ alpha }) => arithmetic.power(alpha, secret).toString())),
    decryption_proofs: tally.map((cells) =>
      cells.map(({ alpha }) => writeProof(proveDiscreteLogEquality(arithmetic, prefix, alpha, secret, random))),
    ),
  });
}

/** Verifies a share against the trustee's key, as the service does when it arrives. */
export function verifyShare(
  arithmetic: Arithmetic,
  fingerprint: string,
  tally: EncryptedTally,
  publicKey: bigint,
  text: string,
): Verdict<{ readonly factors: DecryptionFactors }> {
  return verdict(() => ({ factors: readShare(arithmetic, fingerprint, tally, publicKey, text) }));
}

/** Reads and verifies a share. Throws `RefusalError`. */
export function readShare(
  arithmetic: Arithmetic,
  fingerprint: string,
  tally: EncryptedTally,
  publicKey: bigint,
  text: string,
): DecryptionFactors {
  const fields = StrictReader.canonical(text, 'share-form').object('decryption_factors', 'decryption_proofs');
  const factors = rowsLike(fields.decryption_factors, tally).map((row) => row.map((place) => place.decimal()));
  const proofs = rowsLike(fields.decryption_proofs, tally).map((row) => row.map(readProof));
  const prefix = sharePrefix(fingerprint, publicKey);
  tally.forEach((cells, question) =>
    cells.forEach(({ alpha }, cell) => {
      const at = `[${question}][${cell}]`;
      const factor = factors[question]![cell]!;
      demand(isMember(arithmetic, factor), 'share-group', at, 'factor is not of the group');
      const isProven = verifyDiscreteLogEquality(arithmetic, prefix, { publicKey, alpha, factor }, proofs[question]![cell]!);
      demand(isProven, 'share-proof', at, "not made with this trustee's key");
    }),
  );
  return factors;
}

const rowsLike = (place: StrictReader, tally: EncryptedTally): readonly (readonly StrictReader[])[] =>
  place.list(tally.length).map((row, question) => row.list(tally[question]!.length));
