import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { FormRow, Paper, PaperBlock, PaperTable } from './paper.js';
import { datedBy } from './same-bytes.js';

/** Sizes in half-points. */
const SIZE = { title: 36, heading: 26, text: 22, table: 20, foot: 16 } as const;
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'SimSun' };
const LINE_TWIPS = 9_638; // 17 cm between the margins of an A4 page.
const MARGIN_TWIPS = 1_134;
const LABEL_TWIPS = 1_900;
/** How high a field of a form stands at least: a text, and room for a seal. */
const ROOM_TWIPS = { text: 2_400, seal: 1_600 } as const;

/** Writes a document as a Word file: the same document gives the same bytes. */
export async function writeDocx(paper: Paper): Promise<Buffer> {
  const { title, issuer, under, blocks, page, at } = paper;
  const head = [centred(issuer, SIZE.heading), centred(title, SIZE.title, true), ...under.map((line) => centred(line, SIZE.table))];
  const forms = blocks.filter(({ kind }) => kind === 'form');
  const document = new Document({
    title,
    creator: issuer,
    lastModifiedBy: issuer,
    styles: { default: { document: { run: { font: FONT, size: SIZE.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: MARGIN_TWIPS, bottom: MARGIN_TWIPS, left: MARGIN_TWIPS, right: MARGIN_TWIPS },
          },
        },
        footers: { default: footer(page) },
        // A form by itself is its own head.
        children: [
          ...(forms.length === blocks.length && forms.length === 1 ? [] : head),
          ...blocks.flatMap((block, nth) => written(block, nth > 0)),
        ],
      },
    ],
  });
  return datedBy(await Packer.toBuffer(document), at);
}

function written(block: PaperBlock, follows: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ spacing: { before: 280, after: 80 }, keepNext: true, children: [run(block.text, SIZE.heading, true)] })];
    case 'opening':
      return [new Paragraph({ spacing: { before: 240, line: 360 }, children: [run(block.text)] })];
    case 'paragraph':
      return [new Paragraph({ spacing: { before: 60, line: 360 }, indent: { firstLine: 2 * 220 }, children: [run(block.text)] })];
    case 'closing':
      return [new Paragraph({ spacing: { before: 160 }, alignment: AlignmentType.RIGHT, keepLines: true, children: [run(block.text)] })];
    case 'table':
      return [
        new Paragraph({ spacing: { before: 160, after: 60 }, keepNext: true, children: [run(block.caption, SIZE.table, true)] }),
        table(block),
      ];
    case 'form':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 200 },
          pageBreakBefore: follows,
          children: [run(block.title, SIZE.title, true)],
        }),
        form(block.rows),
      ];
  }
}

const run = (text: string, size: number = SIZE.text, bold = false): TextRun => new TextRun({ text, font: FONT, size, bold });
const centred = (text: string, size: number, bold = false): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 80 }, children: [run(text, size, bold)] });
/** A text as it was written, with its lines. */
const lines = (text: string): Paragraph[] =>
  text.split('\n').map((line) => new Paragraph({ spacing: { line: 300 }, children: [run(line, SIZE.table)] }));

function table({ widths, head, rows }: PaperTable): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((width * LINE_TWIPS) / total));
  const row = (cells: readonly (string | number)[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, nth) => cell(columns[nth] ?? 0, isHead, [aligned(text, isHead)])),
    });
  return new Table({
    width: { size: LINE_TWIPS, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

const aligned = (text: string | number, isHead: boolean): Paragraph =>
  new Paragraph({
    alignment: typeof text === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children: [run(String(text), SIZE.table, isHead)],
  });

function form(rows: readonly FormRow[]): Table {
  const columns = [LABEL_TWIPS, LINE_TWIPS - LABEL_TWIPS];
  return new Table({
    width: { size: LINE_TWIPS, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      ([label, text, room]) =>
        new TableRow({
          ...(room ? { height: { value: ROOM_TWIPS[room], rule: HeightRule.ATLEAST } } : {}),
          children: [
            cell(LABEL_TWIPS, true, [new Paragraph({ children: [run(label, SIZE.table, true)] })]),
            cell(columns[1]!, false, lines(text)),
          ],
        }),
    ),
  });
}

function cell(width: number, isHead: boolean, children: Paragraph[]): TableCell {
  const border = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    borders: { top: border, bottom: border, left: border, right: border },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(isHead ? { shading: { fill: 'F2F2F2' } } : {}),
    children,
  });
}

function footer([before, after]: Paper['page']): Footer {
  const text = new TextRun({ children: [before, PageNumber.CURRENT, after], font: FONT, size: SIZE.foot });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [text] })] });
}
