/**
 * The one-time code of a first sign-in, as it is printed and typed: `K7QM-XH3R-9TWA-CDEF`.
 * One symbol stands for each group of look-alikes: L for 1 and I, Z for 2, S for 5, B for 8, Q for 0 and O.
 * 29 is prime, so the weighted check symbol finds every single wrong symbol and every swap of neighbours.
 */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ34679';
const LOOK_ALIKES: Readonly<Record<string, string>> = { '0': 'Q', O: 'Q', '1': 'L', I: 'L', '2': 'Z', '5': 'S', '8': 'B' };
const BODY_LENGTH = 15; // 29^15 is 72 bits: a hash of the code cannot be searched.
const GROUP_LENGTH = 4;

/** Random bytes that {@link drawSignInCode} is given: enough that running out is out of the question. */
export const SIGN_IN_CODE_ENTROPY_BYTES = 64;

/** How long a code may be used, in days. */
export const SIGN_IN_CODE_LIFE_DAYS = 14;

/**
 * Makes a code of random bytes.
 * @throws RangeError when the bytes do not suffice: they were too few, or not random.
 */
export function drawSignInCode(entropy: Uint8Array): string {
  // A byte of 232 or more is passed over: 256 is no multiple of 29, and a remainder would favour the first symbols.
  const fair = Math.floor(256 / ALPHABET.length) * ALPHABET.length;
  const values = [...entropy]
    .filter((byte) => byte < fair)
    .slice(0, BODY_LENGTH)
    .map((byte) => byte % ALPHABET.length);
  if (values.length < BODY_LENGTH) throw new RangeError('entropy: not enough random bytes for a sign-in code');
  return grouped([...values, checkValue(values)].map((value) => ALPHABET.charAt(value)).join(''));
}

/** A typed code in its one form, or null when it cannot be one. Case, spaces, hyphens and look-alikes do not matter. */
export function readSignInCode(typed: string): string | null {
  const symbols = [...typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')].map((symbol) => LOOK_ALIKES[symbol] ?? symbol);
  const values = symbols.map((symbol) => ALPHABET.indexOf(symbol));
  if (values.length !== BODY_LENGTH + 1 || values.includes(-1)) return null;
  return values.at(-1) === checkValue(values.slice(0, -1)) ? grouped(symbols.join('')) : null;
}

/** Weights 1 to 15 are distinct and not 0 modulo 29, and so are their differences. */
const checkValue = (values: readonly number[]): number =>
  values.reduce((sum, value, index) => sum + (index + 1) * value, 0) % ALPHABET.length;

const grouped = (symbols: string): string => (symbols.match(new RegExp(`.{${GROUP_LENGTH}}`, 'g')) ?? []).join('-');
