import { MESSAGE_BYTES_MAX } from '../form/limits.js';
import type { StrictReader } from '../form/strict-reader.js';
import type { Arithmetic } from '../group/arithmetic.js';
import type { Randomness } from '../group/randomness.js';
import { verifyKnowledge, proveKnowledge } from '../proofs/knowledge.js';
import { type Proof, readProof, writeProof } from '../proofs/proof.js';

/** A text and a trustee's signature over it (specification 4.6.1). */
export interface SignedMessage {
  readonly message: string;
  readonly signature: Proof;
}

/** Signs a text with a ceremony key. */
export function signText(arithmetic: Arithmetic, signingKey: bigint, message: string, random: Randomness): Proof {
  return proveKnowledge(arithmetic, signingKey, `sigmsg|${message}|`, random);
}

/** Whether the holder of the verification key signed the text. */
export function isSignedBy(arithmetic: Arithmetic, verificationKey: bigint, message: string, signature: Proof): boolean {
  return verifyKnowledge(arithmetic, verificationKey, `sigmsg|${message}|`, signature);
}

/** {"message","signature"} in canonical form. */
export const writeSigned = ({ message, signature }: SignedMessage): object => ({ message, signature: writeProof(signature) });

/** Reads {"message","signature"}; the signature is not checked. */
export function readSigned(place: StrictReader): SignedMessage {
  const { message, signature } = place.object('message', 'signature');
  return { message: message.text(MESSAGE_BYTES_MAX), signature: readProof(signature) };
}
