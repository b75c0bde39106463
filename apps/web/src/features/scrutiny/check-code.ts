const GROUPS = 8;
const DIGITS = 5;

/**
 * A fingerprint as eight groups of five digits, which can be read aloud in any language and dialect: the text is taken as one large number
 * in base 64 and its remainder told. 40 digits are 133 bits: nobody finds a second list with the same ones.
 */
export function checkCodeOf(fingerprint: string): readonly string[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let number = 0n;
  for (const character of fingerprint) number = number * 64n + BigInt(Math.max(0, alphabet.indexOf(character)));
  const digits = (number % 10n ** BigInt(GROUPS * DIGITS)).toString().padStart(GROUPS * DIGITS, '0');
  return digits.match(new RegExp(`.{${DIGITS}}`, 'gu')) ?? [];
}
