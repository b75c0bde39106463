import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { shortHash } from '@plenum/ballot-crypto';

hashes.sha512 = sha512;

/** The service's word that a paper is in the box. */
export interface Receipt {
  readonly tracker: string;
  readonly position: number;
  readonly head: string;
  /** Ed25519, base64url. */
  readonly signature: string;
}

/** The key of the receipts as the election's text names it: what stands there stands on the board, the same for everybody. */
const KEY_IN_ELECTION = /Ed25519 key ([\w-]{43})\./;

/**
 * Whether the receipt was signed with the key that the election names (BALLOT_PROTOCOL: what the voter keeps).
 * By a library: older phones have no Ed25519 of their own, and no cryptography at all where the house is reached by plain HTTP.
 */
export function isSignedFor({ tracker, position, head, signature }: Receipt, election: string): boolean {
  const key = KEY_IN_ELECTION.exec(election)?.[1];
  if (key === undefined) return false;
  const text = `plenum-acknowledgement|${shortHash(election)}|${tracker}|${position}|${head}`;
  try {
    return verify(bytesOf(signature), new TextEncoder().encode(text), bytesOf(key));
  } catch {
    return false; // Not even the form of a signature.
  }
}

function bytesOf(base64url: string): Uint8Array {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
