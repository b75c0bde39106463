import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { sha256 } from '@noble/hashes/sha2.js';

const NONCE_LENGTH = 24;

/** A key of its own purpose: it says nothing of the secret that it follows from. */
const keyOf = (secret: string): Uint8Array => sha256(new TextEncoder().encode(`plenum-unsealed-marks|${secret}`));

/** Marks that are not sealed yet, so that only who holds the secret of the paper reads them. By a library: by plain HTTP a browser has no cryptography of its own. */
export function hideMarks({ secret, marks }: { readonly secret: string; readonly marks: string }): { readonly hidden: string } {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_LENGTH));
  const text = xchacha20poly1305(keyOf(secret), nonce).encrypt(new TextEncoder().encode(marks));
  return { hidden: btoa(String.fromCharCode(...nonce, ...text)) };
}

/** The marks that were hidden; null where this secret does not open them. */
export function showMarks({ secret, hidden }: { readonly secret: string; readonly hidden: string }): { readonly marks: string | null } {
  try {
    const bytes = Uint8Array.from(atob(hidden), (character) => character.charCodeAt(0));
    const text = xchacha20poly1305(keyOf(secret), bytes.subarray(0, NONCE_LENGTH)).decrypt(bytes.subarray(NONCE_LENGTH));
    return { marks: new TextDecoder().decode(text) };
  } catch {
    return { marks: null };
  }
}
