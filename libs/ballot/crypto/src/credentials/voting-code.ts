import { BASE58, type Randomness, randomDigits, systemRandomness } from '../group/randomness.js';

/**
 * Of base58 what is neither small nor easily taken for another: codes of this house are read out and typed without a thought of their case.
 */
const CASELESS = BASE58.replace(/[a-z]/g, '');
/** Fourteen random digits: of 33, 70 bits, each guess at the cost of a thousand rounds of hashing. */
const RANDOM_DIGITS = 14;
const CODE_DIGITS = RANDOM_DIGITS + 1;

/** Why a typed code is not one: too short or long, a character outside the alphabet, or a slip of the pen. */
export type VotingCodeFault = 'length' | 'character' | 'checksum';

/** A voting code as the voter holds it: fifteen base58 digits in groups of three, the last one a checksum, none of them a small letter. */
export function makeVotingCode(random: Randomness = systemRandomness): string {
  for (;;) {
    const digits = randomDigits(CASELESS, RANDOM_DIGITS, random);
    if (CASELESS.includes(checksum(digits))) return dashed(digits + checksum(digits));
  }
}

/** Whether this is a code in the one spelling that is derived from: dashed. The undashed one would give another secret. */
export const isVotingCode = (code: string): boolean =>
  faultOf(code.replaceAll('-', '')) === null && dashed(code.replaceAll('-', '')) === code;

/**
 * What somebody typed, brought to the spelling that is derived from. Small and full-width letters, spaces and any dash are fine, and I is
 * the digit that it looks like. A code of another program, in which the case matters, is taken as it was typed where its capitals are none.
 */
export function normaliseVotingCode(
  typed: string,
): { readonly ok: true; readonly code: string } | { readonly ok: false; readonly fault: VotingCodeFault } {
  const asTyped = typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
  const caseless = asTyped.toUpperCase().replaceAll('I', '1');
  const fault = faultOf(caseless);
  if (fault === null) return { ok: true, code: dashed(caseless) };
  return faultOf(asTyped) === null ? { ok: true, code: dashed(asTyped) } : { ok: false, fault };
}

function faultOf(digits: string): VotingCodeFault | null {
  if (digits.length !== CODE_DIGITS) return 'length';
  if ([...digits].some((digit) => !BASE58.includes(digit))) return 'character';
  return checksum(digits.slice(0, RANDOM_DIGITS)) === digits[RANDOM_DIGITS] ? null : 'checksum';
}

/** The digit that brings the number to a multiple of 53 (BALLOT_PROTOCOL 2.1). */
function checksum(digits: string): string {
  const rest = [...digits].reduce((number, digit) => (number * BASE58.length + BASE58.indexOf(digit)) % 53, 0);
  return BASE58[53 - rest]!;
}

const dashed = (digits: string): string => digits.match(/.../g)!.join('-');
