import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as pdfkit writes it: glyphs of a subset, put back into characters by the font's own ToUnicode map. Good for our files,
 * and independent of what made them.
 */
export const textOfPdf = (file: Buffer): string => pagesOfPdf(file).join('\n');

/** The same page by page. */
export function pagesOfPdf(file: Buffer): readonly string[] {
  const objects = new Map<string, string>();
  for (const [, no, body] of file.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(no as string, body as string);
  const streamOf = (body: string): string => {
    const raw = /stream\n([\s\S]*?)\nendstream/.exec(body)?.[1] ?? '';
    return /FlateDecode/.test(body) ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
  };
  const fonts = new Map<string, Map<number, string>>();
  for (const body of objects.values()) {
    for (const [, name, no] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(no as string) ?? '')?.[1];
      if (map) fonts.set(name as string, unicodeMap(streamOf(objects.get(map) ?? '')));
    }
  }
  return [...objects.values()]
    .filter((body) => /stream\n/.test(body) && !/\/(Subtype|Length1|FontFile)/.test(body))
    .map((body) => shown(streamOf(body), fonts))
    .filter((text) => text.trim() !== '');
}

/** What each glyph of a font stands for. */
function unicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from, , list] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    const first = parseInt(from as string, 16);
    (list as string).match(/<[0-9a-f ]*>/gi)?.forEach((hex, nth) => map.set(first + nth, utf16(hex.replace(/[<> ]/g, ''))));
  }
  return map;
}

const utf16 = (hex: string): string => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));

/** The shown strings of a page, each text object a line. */
function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [token, name, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|\bET\b/gi)) {
    if (name) font = fonts.get(name) ?? new Map();
    else if (glyphs) text += (glyphs.match(/.{4}/g) ?? []).map((glyph) => font.get(parseInt(glyph, 16)) ?? '').join('');
    else if (token === 'ET') text += '\n';
  }
  return text;
}
