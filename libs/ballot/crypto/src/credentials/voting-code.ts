import { BASE58, type Randomness, randomBase58, systemRandomness } from '../group/randomness.js';

/** Fourteen random digits, 82 bits. */
const RANDOM_DIGITS = 14;
const CODE_DIGITS = RANDOM_DIGITS + 1;

/** Why a typed code is not one: too short or long, a character outside the alphabet, or a slip of the pen. */
export type CodeFault = 'length' | 'character' | 'checksum';

/** A voting code as the voter holds it: fifteen base58 digits in groups of three, the last one a checksum. */
export function makeVotingCode(random: Randomness = systemRandomness): string {
  const digits = randomBase58(RANDOM_DIGITS, random);
  return dashed(digits + checksum(digits));
}

/**
 * What somebody typed, brought to the one spelling that is derived from: dashed. The dashed and the undashed spelling
 * give different secrets, so nothing else may reach the derivation. Full-width characters, spaces and any dash are fine.
 */
export function normaliseVotingCode(
  typed: string,
): { readonly ok: true; readonly code: string } | { readonly ok: false; readonly fault: CodeFault } {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
  if (digits.length !== CODE_DIGITS) return { ok: false, fault: 'length' };
  if ([...digits].some((digit) => !BASE58.includes(digit))) return { ok: false, fault: 'character' };
  if (checksum(digits.slice(0, RANDOM_DIGITS)) !== digits[RANDOM_DIGITS]) return { ok: false, fault: 'checksum' };
  return { ok: true, code: dashed(digits) };
}

/** The digit that brings the number to a multiple of 53 (BALLOT_PROTOCOL 2.1). */
function checksum(digits: string): string {
  const rest = [...digits].reduce((number, digit) => (number * BASE58.length + BASE58.indexOf(digit)) % 53, 0);
  return BASE58[53 - rest]!;
}

const dashed = (digits: string): string => digits.match(/.../g)!.join('-');
