import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { sha256 } from '@noble/hashes/sha2.js';

const NONCE_LENGTH = 24;

interface EncryptionKey {
  readonly secret: string;
  /** What is encrypted: each purpose has a key of its own, which says nothing of the secret that it follows from. */
  readonly purpose: string;
}

const keyOf = ({ secret, purpose }: EncryptionKey): Uint8Array => sha256(new TextEncoder().encode(`${purpose}|${secret}`));

/**
 * Encrypts a text (XChaCha20-Poly1305): only who holds the secret reads it. By a library: by plain HTTP a browser has no cryptography of
 * its own, and where it has, it answers too late for a page that is being left.
 */
export function encryptText(text: string, by: EncryptionKey): string {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
  const ciphertext = xchacha20poly1305(keyOf(by), nonce).encrypt(new TextEncoder().encode(text));
  return btoa(Array.from([...nonce, ...ciphertext], (byte) => String.fromCharCode(byte)).join(''));
}

/** The text that was encrypted; null where this secret does not open it. */
export function decryptText(ciphertext: string, by: EncryptionKey): string | null {
  try {
    const bytes = Uint8Array.from(atob(ciphertext), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(xchacha20poly1305(keyOf(by), bytes.subarray(0, NONCE_LENGTH)).decrypt(bytes.subarray(NONCE_LENGTH)));
  } catch {
    return null;
  }
}

/** A digest with the secret, as a name: only who holds the secret finds something again under it, and it tells nobody what that is. */
export const blindedName = (by: EncryptionKey): string => Array.from(keyOf(by), (byte) => byte.toString(16).padStart(2, '0')).join('');
