import { cbc, ctr } from '@noble/ciphers/aes.js';

const BLOCK = 16;
const NONCE = 13;
const TAG = 8;
/** Two bytes are left of a block for the length. */
const LENGTH_MAX = 0xffff;

/**
 * AES-CCM (RFC 3610, NIST SP 800-38C) with a 13-byte nonce, an 8-byte tag and no associated data: the cipher of the key
 * ceremony's private messages. The hash library has CTR and CBC; CCM is the two put together.
 */
export function encryptCcm(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  if (plain.length > LENGTH_MAX) throw new TypeError('plain: too long for a 13-byte nonce');
  const sealed = ctr(key, counterBlock(nonce)).encrypt(joined(tagOf(key, nonce, plain), plain));
  return joined(sealed.subarray(BLOCK), sealed.subarray(0, TAG));
}

/** The plain text, or undefined when the tag does not fit. */
export function decryptCcm(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  const length = sealed.length - TAG;
  if (length < 0 || length > LENGTH_MAX) return undefined;
  const padding = new Uint8Array(BLOCK - TAG);
  const opened = ctr(key, counterBlock(nonce)).decrypt(joined(sealed.subarray(length), padding, sealed.subarray(0, length)));
  const plain = opened.subarray(BLOCK);
  const tag = tagOf(key, nonce, plain);
  let difference = 0;
  for (let n = 0; n < TAG; n++) difference |= tag[n]! ^ opened[n]!;
  return difference === 0 ? plain : undefined;
}

/** A_0: flags (length field of 2 bytes), nonce, counter 0. It encrypts the tag, the following ones the text. */
const counterBlock = (nonce: Uint8Array): Uint8Array => joined(Uint8Array.of(1), nonce.subarray(0, NONCE), new Uint8Array(2));

/** CBC-MAC over B_0 (flags, nonce, length) and the padded text: a whole block, of which the first 8 bytes are the tag. */
function tagOf(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array {
  const flags = ((TAG - 2) / 2) * 8 + 1;
  const first = joined(Uint8Array.of(flags), nonce.subarray(0, NONCE), Uint8Array.of(plain.length >> 8, plain.length & 0xff));
  const padding = new Uint8Array((BLOCK - (plain.length % BLOCK)) % BLOCK);
  return cbc(key, new Uint8Array(BLOCK), { disablePadding: true })
    .encrypt(joined(first, plain, padding))
    .slice(-BLOCK);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
