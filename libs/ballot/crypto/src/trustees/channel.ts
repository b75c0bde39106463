import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { textOf } from '../form/json.js';
import { MESSAGE_BYTES_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand } from '../form/verdict.js';
import { type Arithmetic, isMember, multiplyModP } from '../group/arithmetic.js';
import { G, Q } from '../group/belenios-2048.js';
import { hashNumber, utf8 } from '../group/hashing.js';
import { BASE58, type Randomness, randomBase58, randomExponent, systemRandomness } from '../group/randomness.js';
import { decryptCcm, encryptCcm } from './ccm.js';
import { isSignedBy, readSigned, signText, writeSigned } from './signed-message.js';

const SEED_DIGITS = 22;
const NONCE_BYTES = 13;

/** The four keys of a trustee in a ceremony; all come from the seed, which is all a trustee must keep. */
export interface CeremonyKeys {
  readonly signing: bigint;
  readonly decryption: bigint;
  readonly verification: bigint;
  readonly encryption: bigint;
}

/** What others know of a trustee. */
export type PublicCeremonyKeys = Pick<CeremonyKeys, 'verification' | 'encryption'>;

/** A trustee's seed: 22 base58 characters, 128 bits, to write down. */
export const makeSeed = (random: Randomness = systemRandomness): string => randomBase58(SEED_DIGITS, random);

/** The keys of a seed (specification 4.6.1). @throws TypeError unless it is a seed. */
export function ceremonyKeys(arithmetic: Arithmetic, seed: string): CeremonyKeys {
  if (seed.length !== SEED_DIGITS || [...seed].some((digit) => !BASE58.includes(digit)))
    throw new TypeError('seed: not 22 base58 characters');
  const [signing, decryption] = [hashNumber(`sk|${seed}`), hashNumber(`dk|${seed}`)];
  const g = arithmetic.fixedBase(G);
  return { signing, decryption, verification: g.power(signing), encryption: g.power(decryption) };
}

/** Signs a text for one recipient, then encrypts it (specification 4.6.3): the server that carries it cannot read it. */
export function signThenEncrypt(arithmetic: Arithmetic, signing: bigint, recipient: bigint, text: string, random: Randomness): string {
  const message = JSON.stringify({ recipient: recipient.toString(), message: text });
  const signed = JSON.stringify(writeSigned({ message, signature: signText(arithmetic, signing, message, random) }));
  return encryptFor(arithmetic, recipient, signed, random);
}

/** Decrypts a text and checks its sender and that it was meant for us. Throws `RefusalError`. */
export function decryptThenVerify(
  arithmetic: Arithmetic,
  sender: bigint,
  own: Pick<CeremonyKeys, 'decryption' | 'encryption'>,
  sealed: string,
  at: string,
): string {
  const signed = readSigned(StrictReader.canonical(decryptFor(arithmetic, own.decryption, sealed, at), 'ceremony-message', at));
  demand(isSignedBy(arithmetic, sender, signed.message, signed.signature), 'ceremony-message', at, 'not signed by its sender');
  const { recipient, message } = StrictReader.canonical(signed.message, 'ceremony-message', at).object('recipient', 'message');
  // Else a trustee could pass on what was sealed for it.
  demand(recipient.decimal() === own.encryption, 'ceremony-message', at, 'meant for somebody else');
  return message.text(MESSAGE_BYTES_MAX);
}

/** ElGamal for a key, AES-CCM for the text (specification 4.6.1, "Encrypting"). */
export function encryptFor(arithmetic: Arithmetic, recipient: bigint, text: string, random: Randomness): string {
  const [nonce, secret] = [randomExponent(random), randomExponent(random)];
  const g = arithmetic.fixedBase(G);
  const [alpha, shared] = [g.power(nonce), g.power(secret)];
  const beta = multiplyModP(arithmetic.power(recipient, nonce), shared);
  const data = bytesToHex(encryptCcm(keyFrom(shared), ivFrom(alpha), utf8(text)));
  return JSON.stringify({ alpha: alpha.toString(), beta: beta.toString(), data });
}

/** A sealed text as anybody can check it. */
interface Sealed {
  readonly alpha: bigint;
  readonly beta: bigint;
  readonly data: StrictReader;
  readonly bytes: string;
}

/** Reads a sealed text without opening it: its form, and both elements of the group. Throws `RefusalError`. */
export function readSealed(arithmetic: Arithmetic, sealed: string, at: string): Sealed {
  const fields = StrictReader.canonical(sealed, 'ceremony-message', at).object('alpha', 'beta', 'data');
  const [alpha, beta] = [fields.alpha.decimal(), fields.beta.decimal()];
  // An alpha of small order would tell its sender a part of the decryption key.
  demand(isMember(arithmetic, alpha) && isMember(arithmetic, beta), 'ceremony-message', at, 'not of the group');
  const bytes = fields.data.matching(/^(?:[0-9a-f]{2})+$/, 'hexadecimal');
  demand(bytes.length <= 2 * MESSAGE_BYTES_MAX, 'ceremony-message', at, 'too long');
  return { alpha, beta, data: fields.data, bytes };
}

/** The text that was sealed for this decryption key. Throws `RefusalError`. */
export function decryptFor(arithmetic: Arithmetic, decryption: bigint, sealed: string, at: string): string {
  const { alpha, beta, data, bytes } = readSealed(arithmetic, sealed, at);
  // alpha^-dk = alpha^(q - dk mod q), alpha being of order q.
  const shared = multiplyModP(beta, arithmetic.power(alpha, Q - (decryption % Q)));
  const plain = decryptCcm(keyFrom(shared), ivFrom(alpha), hexToBytes(bytes));
  return plain ? textOf(plain, 'ceremony-message', at) : data.refuse('cannot be decrypted');
}

const keyFrom = (shared: bigint): Uint8Array => sha256(utf8(`key|${shared}`));
const ivFrom = (alpha: bigint): Uint8Array => sha256(utf8(`iv|${alpha}`)).slice(0, NONCE_BYTES);
