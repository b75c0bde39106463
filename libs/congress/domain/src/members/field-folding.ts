/** In which ways a field was read as something else than its characters say; stable, the web words each of them. */
export const FOLDINGS = ['empty', 'invisible', 'space', 'line-break', 'radical', 'variant', 'dot'] as const;
export type Folding = (typeof FOLDINGS)[number];

/** A field as it is taken, and all that was folded on the way there. */
export interface FoldedField {
  readonly text: string;
  readonly foldings: readonly Folding[];
}

/** What is wrong with a character of a field, and the first such character. */
export interface CharacterFault {
  readonly reason: 'lost' | 'look-alike' | 'invisible';
  readonly character: string;
}

// Joiners, fillers, variation selectors, tags: nothing is seen of them. Two kinds stay: what turns the text around, since what is seen is
// not what is kept then, and what shapes Mongolian letters.
const IGNORABLE = /(?![\u202a-\u202e\u2066-\u2069\u180b-\u180f])\p{Default_Ignorable_Code_Point}/gu;
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u2800]|(?![\u180b-\u180f])\p{Default_Ignorable_Code_Point}/u;
const BLANKS = /[\u115f\u1160\u3164\uffa0\u2800]/gu; // Fillers of Hangul and Braille: letters to a program, a blank to the eye.
const RADICALS = /[\u2e80-\u2eff\u2f00-\u2fdf]/gu; // Parts of characters, from PDF files: they look like characters and are others.
const LOOK_ALIKE = /[\u2e80-\u2eff\u2f00-\u2fdf\u31c0-\u31ef]/u; // Those that no form of Unicode makes characters of, and strokes.
// Composed text has none of those that are another character's double; a dozen of them are characters themselves.
const COMPATIBILITY = /[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
// Boxes and signs that stand where a program had no character.
const LOST = /[\ufffd\u25a0-\u25a3\u25af\u25fb\u25fc\u2610\u3013\p{Co}\p{Cs}]/u;
const PLAIN = /^[!-~\u4e00-\u9fff]+$/; // Nearly every cell of every list: nothing to fold, and none of it strange.
const NOTHING = /^(?:[\p{Pd}\u2212]+|\/+|无)$/u; // How lists say that there is nothing.
const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/u;
const SPACED = /\s{2,}/u;
const DOTS = /\s*[·•‧・●∙⋅⸱⸳᛫ꞏ]\s*/gu; // What keyboards and fonts give for the dot in names (间隔号).
const STOP_IN_HAN = /(?<=\p{Script=Han})\s*\.\s*(?=\p{Script=Han})/gu;
const SPACE_IN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const DOT = '·'; // U+00B7, which the national standard of names has.

/** A field without what is not seen, in the plain form of each character; what says that there is nothing is empty. */
export function foldField(raw: string): FoldedField {
  if (PLAIN.test(raw)) return NOTHING.test(raw) ? { text: '', foldings: ['empty'] } : { text: raw, foldings: [] };
  const foldings = new Set<Folding>();
  const fold = (text: string, folding: Folding, folded: string): string => (folded === text ? text : (foldings.add(folding), folded));
  const seen = fold(raw, 'invisible', raw.replace(BLANKS, ' ').replace(IGNORABLE, '')).trim();
  if (LINE_BREAK.test(seen)) foldings.add('line-break');
  if (SPACED.test(seen)) foldings.add('space');
  const unified = fold(
    seen,
    'variant',
    seen.replace(COMPATIBILITY, (double) => double.normalize('NFC')),
  );
  const written = unified.normalize('NFC').replace(/\s+/gu, ' ');
  const whole = fold(
    written,
    'radical',
    written.replace(RADICALS, (radical) => radical.normalize('NFKC')),
  );
  const plain = fold(whole, 'variant', whole.normalize('NFKC').replace(IGNORABLE, '').trim().replace(/\s+/gu, ' '));
  const text = fold(plain, 'empty', plain.replace(NOTHING, ''));
  return { text, foldings: FOLDINGS.filter((folding) => foldings.has(folding)) };
}

/** The name of a person as {@link foldField} takes it, with one kind of dot, and no blanks between Chinese characters. */
export function foldName(raw: string): FoldedField {
  const field = foldField(raw);
  const dotted = field.text.replace(DOTS, DOT).replace(STOP_IN_HAN, DOT);
  const text = dotted.replace(SPACE_IN_HAN, '');
  const also: readonly Folding[] = [...(dotted === field.text ? [] : ['dot' as const]), ...(text === dotted ? [] : ['space' as const])];
  return { text, foldings: FOLDINGS.filter((folding) => field.foldings.includes(folding) || also.includes(folding)) };
}

/**
 * The first character of a folded field that is none: lost on the way, a part that looks like one, or not to be seen. Null when all are
 * fit.
 */
export function characterFault(text: string): CharacterFault | null {
  if (PLAIN.test(text)) return null;
  for (const [reason, pattern] of [
    ['lost', LOST],
    ['look-alike', LOOK_ALIKE],
    ['invisible', INVISIBLE],
  ] as const) {
    const character = pattern.exec(text)?.[0];
    if (character !== undefined) return { reason, character };
  }
  return null;
}
