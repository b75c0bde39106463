import { paperKindOf } from './paper-kind.js';

const archive = (...names: readonly string[]): Buffer =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.from(`[Content_Types].xml ${names.join(' ')}`)]);

describe('the kind of a paper', () => {
  it.each([
    ['pdf', Buffer.from('%PDF-1.7\n%…')],
    ['docx', archive('word/document.xml')],
    ['xlsx', archive('xl/workbook.xml')],
    ['pptx', archive('ppt/presentation.xml')],
  ] as const)('%s is told from the bytes', (kind, content) => {
    expect(paperKindOf(content)).toBe(kind);
  });

  it.each([
    ['a text that is called PDF', Buffer.from('This is a PDF')],
    ['an archive of other things', archive('readme.txt')],
    ['a document with programs', archive('word/document.xml', 'word/vbaProject.bin')],
    ['an archive without types', Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.from('word/document.xml')])],
    ['nothing', Buffer.alloc(0)],
  ])('%s is none', (_name, content) => {
    expect(() => paperKindOf(content)).toThrow(expect.objectContaining({ code: 'congress.paper-kind' }));
  });
});
