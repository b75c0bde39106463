import { ELECTION_TEXT_MAX } from './limits.js';
import { type Check, demand, refuse } from './verdict.js';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** A string, a number or word, or space; punctuation is left alone. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[^\s",:[\]{}]+|\s+/g;

/** The text of UTF-8 bytes; refuses bytes that are not UTF-8. */
export function textOf(bytes: Uint8Array, check: Check, at: string): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return refuse(check, at, 'not UTF-8');
  }
}

/**
 * Parses JSON in the one spelling that JSON.stringify gives: no spaces, no duplicate keys, no other escapes, no other
 * spelling of a number (BALLOT_PROTOCOL 2, "compact"). What one parser reads is then what every parser reads.
 */
export function parseCanonical(text: string, check: Check, at: string): unknown {
  const [value, spelling] = parse(text, check, at);
  demand(spelling === text, check, at, 'not in canonical form');
  return value;
}

/**
 * Parses JSON in any spelling (only the election's is free, 2.2), but refuses what parsers read differently: duplicate
 * keys, and keys that look like numbers. Each token is respelled; if the whole then differs, a key was lost or moved.
 */
export function parseFree(text: string, check: Check, at: string): unknown {
  demand(text.length <= ELECTION_TEXT_MAX, check, at, `longer than ${ELECTION_TEXT_MAX}`);
  const [value, spelling] = parse(text, check, at);
  const respelled = text.replace(TOKEN, (token) => (token.trim() === '' ? '' : JSON.stringify(JSON.parse(token))));
  demand(spelling === respelled, check, at, 'a key stands twice');
  return value;
}

function parse(text: string, check: Check, at: string): [value: unknown, spelling: string] {
  try {
    const value: unknown = JSON.parse(text);
    return [value, JSON.stringify(value)];
  } catch {
    // Not JSON, or nested deeper than the stack: JSON.stringify recurses.
    return refuse(check, at, 'not JSON');
  }
}
