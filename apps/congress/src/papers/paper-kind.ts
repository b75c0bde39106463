import { CongressErrors, PAPER_KINDS, type PaperKind } from '@plenum/congress-domain';

const PDF = Buffer.from('%PDF-');
const ARCHIVE = Buffer.from([0x50, 0x4b, 0x03, 0x04]); // PKWARE APPNOTE 4.3.7
const CONTENT_TYPES = '[Content_Types].xml'; // ECMA-376 part 2: every office document has it.
/** The main part of each kind of office document. */
const MAIN_PARTS: Readonly<Record<Exclude<PaperKind, 'pdf'>, string>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};
/** Programs in a document: none is sent out to everybody. */
const PROGRAMS = 'vbaProject.bin';

/** What a paper is, told from its bytes, whatever it is called. @throws `congress.paper-kind` */
export function paperKindOf(content: Buffer): PaperKind {
  if (content.subarray(0, PDF.length).equals(PDF)) return 'pdf';
  const isDocument = content.subarray(0, ARCHIVE.length).equals(ARCHIVE) && content.includes(CONTENT_TYPES) && !content.includes(PROGRAMS);
  const kind = isDocument ? (['docx', 'xlsx', 'pptx'] as const).find((one) => content.includes(MAIN_PARTS[one])) : undefined;
  if (!kind) throw CongressErrors.paperKind(PAPER_KINDS.join(', '));
  return kind;
}
