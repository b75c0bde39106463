import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../group/hashing.js';
import type { Randomness } from '../group/randomness.js';

/** Chance that repeats: SHA-256 in counter mode. For tests only. */
export function seededRandomness(seed: string): Randomness {
  let counter = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) bytes.set(sha256(utf8(`${seed}|${counter++}`)).subarray(0, length - at), at);
    return bytes;
  };
}
