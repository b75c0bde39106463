import type { Font } from 'fontkit';
import type { OfficialPaper } from './official-paper.js';

/** The characters of a document that fonts do not draw, each once with its code: `𠮷 U+20BB7`. */
export function undrawn(paper: OfficialPaper, fonts: readonly Pick<Font, 'hasGlyphForCodePoint'>[]): readonly string[] {
  const characters = new Set(
    textsIn(paper)
      .join('')
      .replace(/[\s\u200b-\u200d\ufeff]/g, ''),
  );
  const missing = [...characters].filter((character) => !fonts.every((font) => font.hasGlyphForCodePoint(codeOf(character))));
  return missing.sort().map((character) => `${character} U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}`);
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

/** Every text that stands anywhere in it. */
function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null && !(part instanceof Date) ? Object.values(part).flatMap(textsIn) : [];
}
