import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BallotErrors } from '@plenum/ballot-domain';
import { type Font, openSync } from 'fontkit';
import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { undrawn } from './glyphs.js';
import type { Bilingual, Cell, OfficialPaper, Table } from './official-paper.js';

const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const GREY = '#595959';
const SIGNING_HEIGHT_PT = 34; // Room for a name by hand.
const ROWS_TOGETHER = 14; // A table as short as that fits on a page, and goes to the next as a whole.
const SIGNING_ROWS_TOGETHER = 12;
const MARGIN_PT = 50;
const HEADING_LOWEST_PT = 660; // Of 842: the heading, a table's head and one row fit below.

// Only the characters that a document has are embedded in it.
const FILES = { normal: join(FONTS, '400Regular/NotoSansSC_400Regular.ttf'), bold: join(FONTS, '700Bold/NotoSansSC_700Bold.ttf') };
pdfmake.setFonts({ Noto: FILES });
// A document is made of words alone: it fetches nothing, and reads nothing but the fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS));

let fonts: readonly Font[] | undefined; // Read from the fonts when the first document is written.

/**
 * Writes a document as PDF: the same document gives the same bytes. @throws `ballot.characters-not-drawn` where a name would come out as
 * empty boxes
 */
export async function writePdf(paper: OfficialPaper): Promise<Buffer> {
  fonts ??= Object.values(FILES).map((file) => openSync(file) as Font);
  const missing = undrawn(paper, fonts);
  if (missing.length > 0) throw BallotErrors.charactersNotDrawn(missing);
  const { title, issuer, blocks, foot, at } = paper;
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [MARGIN_PT, MARGIN_PT, MARGIN_PT, 70],
    defaultStyle: { font: 'Noto', fontSize: 10, lineHeight: 1.1 },
    info: { title: title.zh, author: issuer.zh, creator: 'Plenum', producer: 'Plenum', creationDate: at, modDate: at },
    content: [
      { text: issuer.zh, alignment: 'center', fontSize: 12 },
      ...(issuer.en ? [{ text: issuer.en, alignment: 'center' as const, fontSize: 8, color: GREY }] : []),
      { text: title.zh, alignment: 'center', fontSize: 18, bold: true, margin: [0, 8, 0, 0] },
      { text: title.en, alignment: 'center', fontSize: title.en ? 11 : 4, color: GREY, margin: [0, 0, 0, 10] },
      ...blocks.map((block): Content => {
        switch (block.kind) {
          case 'heading':
            return {
              text: [
                { text: `${block.text.zh}　`, bold: true, fontSize: 12 },
                { text: block.text.en, fontSize: 8, color: GREY },
              ],
              margin: [0, 10, 0, 4],
              headlineLevel: 1,
            };
          case 'paragraph':
            return lines(block.text);
          case 'table':
            return table(block);
          case 'closing':
            return { stack: block.lines.map(lines), alignment: 'right', margin: [0, 18, 0, 0], unbreakable: true };
        }
      }),
    ],
    footer: (page, pages) => footer(foot, page, pages),
    // A heading never stands alone at the end of a page.
    pageBreakBefore: (node) => node.headlineLevel === 1 && (node.startPosition?.top ?? 0) > HEADING_LOWEST_PT,
  };
  return pdfmake.createPdf(definition).getBuffer();
}

/** A line in Chinese, and what it says in English beneath. */
const lines = ({ zh, en }: Bilingual): Content => ({
  stack: [{ text: zh }, ...(en ? [{ text: en, fontSize: 8, color: GREY }] : [])],
  margin: [0, 2, 0, 2],
  unbreakable: true,
});

function table({ widths, head, rows, isForSigning = false }: Table): Content {
  const cells = (row: readonly Cell[], isHead: boolean): TableCell[] => row.map((each) => cell(each, isHead));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const isShort = rows.length <= (isForSigning ? SIGNING_ROWS_TOGETHER : ROWS_TOGETHER);
  const content: Content = {
    margin: [0, 4, 0, 6],
    table: {
      headerRows: 1,
      // Both chiefs sign on one page.
      keepWithHeaderRows: isForSigning ? Math.min(2, rows.length) : 1,
      dontBreakRows: true,
      widths: widths.map((width) => `${(width * 100) / total}%`),
      heights: (row: number) => (isForSigning && row > 0 ? SIGNING_HEIGHT_PT : 'auto'),
      body: [cells(head, true), ...rows.map((row) => cells(row, false))],
    },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => '#808080', vLineColor: () => '#808080' },
  };
  return isShort ? { stack: [content], unbreakable: true } : content;
}

function cell(content: Cell, isHead: boolean): TableCell {
  const { zh, en } = typeof content === 'string' ? { zh: content, en: '' } : content;
  return {
    stack: [{ text: zh, bold: isHead }, ...(en ? [{ text: en, fontSize: 7.5, color: GREY }] : [])],
    ...(isHead ? { fillColor: '#f2f2f2' } : {}),
  };
}

/** The fingerprint and the number of the page, on every page. */
function footer({ label, digest, pages }: OfficialPaper['foot'], page: number, of: number): Content {
  const numbered = ([before = '', between = '', after = '']: readonly string[]): string => `${before}${page}${between}${of}${after}`;
  const small = (text: string): Content => ({ text, alignment: 'center', fontSize: 7, color: GREY });
  return {
    margin: [MARGIN_PT, 16, MARGIN_PT, 0],
    stack: [
      small(beside(label.zh, label.en)),
      small(digest),
      small(beside(numbered(pages.zh), pages.en.length > 0 ? numbered(pages.en) : '')),
    ],
  };
}

/** One after the other; the first alone where the document has one language. */
const beside = (one: string, other: string): string => (other === '' ? one : `${one} · ${other}`);
