import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** Where a paper stands: what the voter keeps. */
export interface PaperReceipt {
  /** The paper's fingerprint, to be found on the board. */
  readonly tracker: string;
  /** The how-manieth event of the board it is. */
  readonly position: number;
  /** The board's head with it. */
  readonly head: string;
}

/**
 * The text that an acknowledgement signs. Ed25519 is deterministic: the same paper has the same acknowledgement, whoever of the replicas
 * signs.
 */
export const receiptText = (electionFingerprint: string, { tracker, position, head }: PaperReceipt): string =>
  `plenum-acknowledgement|${electionFingerprint}|${tracker}|${position}|${head}`;

/** A new private key (PKCS8) for the acknowledgements of one ballot. */
export const makeAcknowledgementKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The public half in base64url (RFC 8032, as in a JWK's x): it stands in the election's text, so on the board. */
export function publicHalf(privateKey: string): string {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return x;
}

/** Signs, in base64url. */
export const signReceipt = (signer: KeyObject, text: string): string => sign(null, Buffer.from(text), signer).toString('base64url');
