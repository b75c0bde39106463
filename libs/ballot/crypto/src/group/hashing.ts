import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const encoder = new TextEncoder();

/** UTF-8 bytes of a text. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? utf8(content) : content);

/** SHA-256 of bytes, or of a text in UTF-8, in lower-case hexadecimal. */
export type HexHash = (content: string | Uint8Array) => string;

/** SHA-256 without any help of the machine: runs everywhere. It names records and events of the archive. */
export const hexHash: HexHash = (content) => bytesToHex(sha256(bytesOf(content)));

/** SHA-256 in base64 without padding, 43 characters: fingerprints and trackers, the hashes that people compare. */
export const shortHash = (content: string | Uint8Array): string => shortened(hexHash(content));

/** The short form of a hash in hexadecimal. */
export function shortened(hex: string): string {
  return base64(Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)));
}

/** SHA-256 of a text as a number, not reduced. */
export const hashNumber = (text: string): bigint => BigInt(`0x${hexHash(text)}`);

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const triple = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const characters = Math.min(bytes.length - at, 3) + 1;
    for (let n = 0; n < characters; n++) text += BASE64[(triple >> (18 - 6 * n)) & 63];
  }
  return text;
}
