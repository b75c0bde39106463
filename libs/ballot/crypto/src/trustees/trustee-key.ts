import { TEXT_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand, type Verdict, verdict } from '../form/verdict.js';
import { type Arithmetic, isMember } from '../group/arithmetic.js';
import { G, GROUP_NAME } from '../group/belenios-2048.js';
import { hexHash } from '../group/hashing.js';
import { type Randomness, randomExponent, systemRandomness } from '../group/randomness.js';
import { verifyKnowledge, proveKnowledge } from '../proofs/knowledge.js';
import { type Proof, readProof, writeProof } from '../proofs/proof.js';

/** The public half of a trustee's key with the proof that somebody holds the private half (specification 4.5). */
export interface TrusteeKey {
  readonly publicKey: bigint;
  readonly possession: Proof;
  /** Later versions: the trustee's ceremony signature over the key. */
  readonly signature?: Proof;
  readonly name?: string;
}

/** What a scrutineer's device makes and keeps. */
export interface TrusteeKeyPair {
  /** The private exponent in decimal, as JSON string: 77 digits to keep on paper. */
  readonly privateKey: string;
  /** To send: {"pok","public_key"(,"name")}. */
  readonly publicKey: string;
}

const possessionPrefix = (publicKey: bigint): string => `pok|${GROUP_NAME}|${publicKey}|`;

/** Makes the key of one scrutineer, all of whom must decrypt later (n of n). */
export function makeTrusteeKey(arithmetic: Arithmetic, name?: string, random: Randomness = systemRandomness): TrusteeKeyPair {
  const secret = randomExponent(random);
  if (secret === 0n) return makeTrusteeKey(arithmetic, name, random);
  const key = { ...publicKeyOf(arithmetic, secret, random), ...(name !== undefined && { name }) };
  return { privateKey: JSON.stringify(secret.toString()), publicKey: JSON.stringify(writeTrusteeKey(key)) };
}

/** The public key of a secret with its proof of possession. */
export function publicKeyOf(arithmetic: Arithmetic, secret: bigint, random: Randomness): TrusteeKey {
  const publicKey = arithmetic.fixedBase(G).power(secret);
  return { publicKey, possession: proveKnowledge(arithmetic, secret, possessionPrefix(publicKey), random) };
}

/** Reads what {@link makeTrusteeKey} gave to keep. @throws TypeError unless it is a private key. */
export function readPrivateKey(text: string): bigint {
  const digits = /^"?([0-9]{1,80})"?$/.exec(text.trim())?.[1];
  if (digits === undefined) throw new TypeError('text: not a private key');
  return BigInt(digits);
}

/** The first eight hexadecimal digits by which the foreign tool names a key's files. */
export const trusteeKeyId = (publicKey: bigint): string => hexHash(publicKey.toString()).slice(0, 8).toUpperCase();

/** In canonical form. */
export const writeTrusteeKey = ({ possession, publicKey, signature, name }: TrusteeKey): object => ({
  pok: writeProof(possession),
  public_key: publicKey.toString(),
  ...(signature && { signature: writeProof(signature) }),
  ...(name !== undefined && { name }),
});

/** Verifies a scrutineer's public key, as the service does when it arrives. */
export function verifyTrusteeKey(arithmetic: Arithmetic, text: string): Verdict<{ readonly key: TrusteeKey }> {
  return verdict(() => ({ key: readTrusteeKey(StrictReader.canonical(text, 'trustees-form'), arithmetic) }));
}

/** Reads and verifies a trustee's public key; refuses the identity, which would give no secrecy. Throws `RefusalError`. */
export function readTrusteeKey(place: StrictReader, arithmetic: Arithmetic): TrusteeKey {
  const fields = place.object('pok', 'public_key', 'signature?', 'name?');
  const key: TrusteeKey = {
    publicKey: fields.public_key.decimal(),
    possession: readProof(fields.pok),
    ...(fields.signature && { signature: readProof(fields.signature) }),
    ...(fields.name && { name: fields.name.text(TEXT_MAX) }),
  };
  const isKey = key.publicKey !== 1n && isMember(arithmetic, key.publicKey);
  demand(isKey, 'trustee-key', place.at, 'not a key of the group, or the identity: no secrecy');
  const isHeld = verifyKnowledge(arithmetic, key.publicKey, possessionPrefix(key.publicKey), key.possession);
  demand(isHeld, 'trustee-proof', place.at, 'possession of the private key is not proven');
  return key;
}
