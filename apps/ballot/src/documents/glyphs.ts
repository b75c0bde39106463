import { readFileSync } from 'node:fs';
import type { OfficialPaper } from './official-paper.js';

const TABLE_RECORD_BYTES = 16;
const SUBTABLE_RECORD_BYTES = 8;
const GROUP_BYTES = 12;
const FORMAT_OF_RANGES = 12; // Covers all planes; every font of our day that reaches beyond the first has one.

/** A run of code points that a font draws. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** Which characters a font file draws, as its own table says (`cmap`, format 12). */
export class Glyphs {
  private constructor(private readonly ranges: readonly Range[]) {}

  /** @throws Error for a font without that table */
  static of(file: string): Glyphs {
    const font = readFileSync(file);
    const cmap = tableOf(font, 'cmap');
    for (let at = 0; at < cmap.readUInt16BE(2); at += 1) {
      const subtable = cmap.subarray(cmap.readUInt32BE(8 + at * SUBTABLE_RECORD_BYTES));
      if (subtable.readUInt16BE(0) === FORMAT_OF_RANGES) return new Glyphs(rangesOf(subtable));
    }
    throw new Error(`The font ${file} does not say which characters it has.`);
  }

  has(character: string): boolean {
    const code = character.codePointAt(0) ?? 0;
    let [low, high] = [0, this.ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { first, last } = this.ranges[middle] as Range;
      if (code < first) high = middle - 1;
      else if (code > last) low = middle + 1;
      else return true;
    }
    return false;
  }
}

/** The characters of a document that fonts do not draw, each once with its code: `𠮷 U+20BB7`. */
export function undrawn(paper: OfficialPaper, fonts: readonly Glyphs[]): readonly string[] {
  const characters = new Set(textsIn(paper).join('').replace(/[\s\u200b-\u200d\ufeff]/g, ''));
  const missing = [...characters].filter((character) => !fonts.every((font) => font.has(character)));
  return missing.sort().map((character) => `${character} U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/** Every text that stands anywhere in it. */
function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null && !(part instanceof Date) ? Object.values(part).flatMap(textsIn) : [];
}

function tableOf(font: Buffer, tag: string): Buffer {
  for (let nth = 0; nth < font.readUInt16BE(4); nth += 1) {
    const record = font.subarray(12 + nth * TABLE_RECORD_BYTES);
    if (record.toString('latin1', 0, 4) === tag) return font.subarray(record.readUInt32BE(8), record.readUInt32BE(8) + record.readUInt32BE(12));
  }
  throw new Error(`The font has no table ${tag}.`);
}

function rangesOf(subtable: Buffer): readonly Range[] {
  return Array.from({ length: subtable.readUInt32BE(12) }, (_, nth) => {
    const at = 16 + nth * GROUP_BYTES;
    return { first: subtable.readUInt32BE(at), last: subtable.readUInt32BE(at + 4) };
  });
}
