import { bytesToHex } from '@noble/hashes/utils.js';
import { Q } from './belenios-2048.js';

/** Gives that many bytes nobody can guess. An argument everywhere, so tests can repeat what they see. */
export type Randomness = (length: number) => Uint8Array;

/** The platform's generator, in browser and Node alike. */
// eslint-disable-next-line no-restricted-globals -- the one door of chance; a default that callers could forget is worse
export const systemRandomness: Randomness = (length) => crypto.getRandomValues(new Uint8Array(length));

/** 392 bits reduced by a 256-bit number: further from uniform by less than 2^-136. */
const EXPONENT_BYTES = 49;

/** A random exponent in [0, q). */
export function randomExponent(random: Randomness): bigint {
  return BigInt(`0x${bytesToHex(random(EXPONENT_BYTES))}`) % Q;
}

/** The alphabet of codes, seeds and election ids: no 0, O, I or l. */
export const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Random base58 digits. */
export const randomBase58 = (length: number, random: Randomness): string => randomDigits(BASE58, length, random);

/** Random digits of an alphabet, each equally likely: bytes beyond its last whole multiple are drawn again. */
export function randomDigits(alphabet: string, length: number, random: Randomness): string {
  const bytesUsed = 256 - (256 % alphabet.length);
  let digits = '';
  while (digits.length < length) {
    for (const byte of random(length)) {
      if (byte < bytesUsed && digits.length < length) digits += alphabet[byte % alphabet.length];
    }
  }
  return digits;
}
