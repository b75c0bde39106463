import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import type { Bilingual, Cell, OfficialPaper, Table as PaperTable } from './official-paper.js';

/** Sizes in half-points. */
const SIZE = { title: 36, issuer: 24, heading: 24, text: 21, english: 16, foot: 14 } as const;
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'SimSun' };
const GREY = '595959';
const SIGNING_HEIGHT_TWIPS = 700; // Room for a name by hand.
const LINE_TWIPS = 9_638; // 17 cm between the margins of an A4 page.

/** Writes a document as a Word file: the same document gives the same bytes. */
export async function writeDocx(paper: OfficialPaper): Promise<Buffer> {
  const { title, issuer, blocks, foot } = paper;
  const children = [
    centred([run(issuer.zh, { size: SIZE.issuer })]),
    ...(issuer.en ? [centred([english(issuer.en)])] : []),
    centred([run(title.zh, { size: SIZE.title, bold: true })], 160),
    ...(title.en ? [centred([english(title.en, SIZE.issuer)])] : []),
    ...blocks.flatMap((block) => {
      switch (block.kind) {
        case 'heading':
          return [
            new Paragraph({
              spacing: { before: 240, after: 80 },
              keepNext: true,
              children: [run(`${block.text.zh}　`, { size: SIZE.heading, bold: true }), english(block.text.en)],
            }),
          ];
        case 'paragraph':
          return lines(block.text);
        case 'closing':
          return block.lines.flatMap(({ zh, en }) =>
            [zh, en]
              .filter((text) => text !== '')
              .map(
                (text) =>
                  new Paragraph({
                    alignment: AlignmentType.RIGHT,
                    spacing: { before: 120 },
                    keepNext: true,
                    keepLines: true,
                    children: [run(text)],
                  }),
              ),
          );
        case 'table':
          return [table(block), new Paragraph({ spacing: { after: 80 }, children: [] })];
      }
    }),
  ];
  const document = new Document({
    title: title.zh,
    creator: issuer.zh,
    lastModifiedBy: issuer.zh,
    styles: { default: { document: { run: { font: FONT, size: SIZE.text } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
        footers: { default: footer(foot) },
        children,
      },
    ],
  });
  return datedBy(await Packer.toBuffer(document), paper.at);
}

const run = (text: string, more: object = {}): TextRun => new TextRun({ text, font: FONT, ...more });
const english = (text: string, size: number = SIZE.english): TextRun => run(text, { size, color: GREY });
const centred = (children: ParagraphChild[], before = 0): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before }, children });

/** A line in Chinese, and what it says in English beneath. */
const lines = ({ zh, en }: Bilingual): Paragraph[] => [
  new Paragraph({ spacing: { before: 60 }, keepNext: en !== '', children: [run(zh)] }),
  ...(en ? [new Paragraph({ children: [english(en)] })] : []),
];

function table({ widths, head, rows, isForSigning = false }: PaperTable): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((width * LINE_TWIPS) / total));
  const row = (cells: readonly Cell[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      ...(isForSigning && !isHead ? { height: { value: SIGNING_HEIGHT_TWIPS, rule: HeightRule.ATLEAST } } : {}),
      children: cells.map((each, nth) => cell(each, columns[nth] ?? 0, isHead)),
    });
  return new Table({
    width: { size: LINE_TWIPS, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

function cell(content: Cell, width: number, isHead: boolean): TableCell {
  const { zh, en } = typeof content === 'string' ? { zh: content, en: '' } : content;
  const border = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    borders: { top: border, bottom: border, left: border, right: border },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(isHead ? { shading: { fill: 'F2F2F2' } } : {}),
    children: [new Paragraph({ children: [run(zh, { bold: isHead })] }), ...(en ? [new Paragraph({ children: [english(en)] })] : [])],
  });
}

/** The fingerprint and the number of the page, on every page. */
function footer({ label, digest, pages }: OfficialPaper['foot']): Footer {
  const [before = '', between = '', after = ''] = pages.zh;
  const [first = '', second = '', third = ''] = pages.en;
  const small = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): TextRun =>
    new TextRun({ children, font: FONT, size: SIZE.foot, color: GREY });
  return new Footer({
    children: [
      centred([small([label.en ? `${label.zh} · ${label.en}` : label.zh])]),
      centred([small([digest])]),
      centred([
        small([
          before,
          PageNumber.CURRENT,
          between,
          PageNumber.TOTAL_PAGES,
          after,
          ...(pages.en.length > 0 ? [' · ', first, PageNumber.CURRENT, second, PageNumber.TOTAL_PAGES, third] : []),
        ]),
      ]),
    ],
  });
}

const WRITTEN = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/** The library dates a file by the clock: ours bears the time of the signature, and nothing of when it was made. */
function datedBy(file: Uint8Array, at: Date): Buffer {
  const parts = unzipSync(file);
  const core = Buffer.from(parts['docProps/core.xml'] ?? [])
    .toString('utf8')
    .replace(WRITTEN, `$1${at.toISOString().replace(/\.\d+Z$/, 'Z')}`);
  const mtime = new Date(1980, 0, 1);
  const written = { ...parts, 'docProps/core.xml': Buffer.from(core) };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(written).map(([name, content]) => [name, [content, { mtime, level: 9 }]])), {}),
  );
}
