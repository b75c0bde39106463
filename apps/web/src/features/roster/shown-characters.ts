const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\u2800]|(?![ \u3000])\p{Zs}/gu;
const LIKE_ANOTHER = /[\u2e80-\u2fdf\u31c0-\u31ef\uf900-\ufaff]/gu;

/** A character by its number, as every table of characters has it. */
const numberOf = (character: string): string => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;

/** A text in which every character is seen: what cannot be seen as its number, what looks like another character with its number. */
export const withEverySign = (text: string): string =>
  text.replace(LIKE_ANOTHER, (character) => character + numberOf(character)).replace(UNSEEN, numberOf);
