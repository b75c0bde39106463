import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_STEP = 64; // One in ten credentials is a digit shorter than the others: all are padded alike.

/** A key for the credentials of one ballot. */
export const drawRegistrationKey = (): Buffer => randomBytes(KEY_BYTES);

/**
 * Enciphers a credential. The same one comes out the same, so that the database itself refuses it a second time; without the key
 * nobody can tell which credential it was, nor try one out.
 */
export function encipherCredential(secret: Buffer, credential: string): Buffer {
  const padded = credential.padEnd(Math.ceil(credential.length / LENGTH_STEP) * LENGTH_STEP);
  // The nonce is made of the text, under a key of its own: it repeats only where the text does.
  const iv = createHmac('sha256', partOf(secret, 'nonce')).update(padded).digest().subarray(0, IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', partOf(secret, 'text'), iv);
  const text = Buffer.concat([cipher.update(padded, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, text, cipher.getAuthTag()]);
}

/** The credential again. @throws Error where it was enciphered with another key, or changed since */
export function decipherCredential(secret: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', partOf(secret, 'text'), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
    .toString('utf8')
    .trimEnd();
}

const partOf = (secret: Buffer, use: string): Buffer => createHmac('sha256', secret).update(use).digest();
