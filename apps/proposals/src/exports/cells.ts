/** What a spreadsheet would take for a formula, also in the wide forms that it reads in Chinese. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A text that a spreadsheet shows as it is and never works out: an apostrophe goes before what would begin a formula. */
export const neutral = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A field of a `.csv` file (RFC 4180), neutral. */
export function csvField(text: string): string {
  const safe = neutral(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
