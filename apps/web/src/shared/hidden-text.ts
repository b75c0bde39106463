import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { sha256 } from '@noble/hashes/sha2.js';

const NONCE_LENGTH = 24;

interface HidingKey {
  readonly secret: string;
  /** What is hidden: each purpose has a key of its own, which says nothing of the secret that it follows from. */
  readonly purpose: string;
}

const keyOf = ({ secret, purpose }: HidingKey): Uint8Array => sha256(new TextEncoder().encode(`${purpose}|${secret}`));

/**
 * A text that only who holds the secret reads. By a library: by plain HTTP a browser has no cryptography of its own, and where it has,
 * it answers too late for a page that is being left.
 */
export function hideText(text: string, by: HidingKey): string {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
  const hidden = xchacha20poly1305(keyOf(by), nonce).encrypt(new TextEncoder().encode(text));
  return btoa(Array.from([...nonce, ...hidden], (byte) => String.fromCharCode(byte)).join(''));
}

/** The text that was hidden; null where this secret does not open it. */
export function showText(hidden: string, by: HidingKey): string | null {
  try {
    const bytes = Uint8Array.from(atob(hidden), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(xchacha20poly1305(keyOf(by), bytes.subarray(0, NONCE_LENGTH)).decrypt(bytes.subarray(NONCE_LENGTH)));
  } catch {
    return null;
  }
}

/** A name under which only who holds the secret finds something again, and which tells nobody what it is. */
export const hiddenName = (by: HidingKey): string => Array.from(keyOf(by), (byte) => byte.toString(16).padStart(2, '0')).join('');
