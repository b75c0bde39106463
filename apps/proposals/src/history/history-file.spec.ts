import writeWorkbook from 'write-excel-file/node';
import { HISTORY_LIMITS } from '@plenum/proposals-domain';
import { readHistoryFile } from './history-file.js';

const ROWS = [
  ['编号', '案由', '提交日期'],
  ['6-1-001', '食堂延时开放', '2023-03-09'],
];
const LINES = [{ row: 2, values: { number: '6-1-001', subject: '食堂延时开放', submittedOn: '2023-03-09' } }];
const TEXT = ROWS.map((row) => row.join(',')).join('\r\n');
/** The same, as Excel in China saves it. */
const IN_GB18030 = Buffer.from(
  'b1e0bac52cb0b8d3c92ccce1bdbbc8d5c6da0d0a362d312d3030312ccab3ccc3d1d3cab1bfaab7c52c323032332d30332d3039',
  'hex',
);
type Cell = { readonly value: string | Date; readonly type: StringConstructor | DateConstructor; readonly format?: string } | null;
const workbook = async (rows: readonly (readonly Cell[])[]) => Buffer.from(await writeWorkbook(rows as never).toBuffer());
const asText = (value: string): Cell => ({ value, type: String });
const unreadable = (details: object) => expect.objectContaining({ code: 'proposals.history-unreadable', details });

describe('a file of earlier matters', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['GB18030', IN_GB18030],
  ])('is read as it was saved: %s', async (_, bytes) => {
    expect(await readHistoryFile(bytes)).toEqual(LINES);
  });

  it('is a workbook, whose dates are dates', async () => {
    const [head, [number, subject]] = [ROWS[0]!.map(asText), ROWS[1]!];
    const day = { value: new Date('2023-03-09T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' } as const;
    expect(await readHistoryFile(await workbook([head, [asText(number!), asText(subject!), day]]))).toEqual(LINES);
  });

  it('may hold the longest texts in one row', async () => {
    const text = '长'.repeat(HISTORY_LIMITS.text);
    const long = { number: '1', subject: '长', grounds: text, measures: text, reply: text, promise: text };
    const [line] = await readHistoryFile(Buffer.from(`编号,案由,案据,建议,答复,承诺\n${Object.values(long).join(',')}`));
    expect(line?.values).toEqual(long);
  });

  it.each([
    ['larger than it may be', Buffer.alloc(HISTORY_LIMITS.bytes + 1, 'a'), { reason: 'too-large' }],
    ['no text', Buffer.from([0x61, 0xff, 0xff, 0x00]), { reason: 'not-a-text' }],
    ['of more rows', Buffer.from(`编号,案由\n${'1,长\n'.repeat(HISTORY_LIMITS.rows + 1)}`), { reason: 'too-many-rows' }],
    ['of more columns', Buffer.from(`编号,案由${',x'.repeat(HISTORY_LIMITS.columns)}\n1,长`), { reason: 'too-many-columns', row: 1 }],
    ['one with a quote that is never closed', Buffer.from('编号,案由\n1,"长\n'), { reason: 'not-a-table', row: 2 }],
  ])('is refused where it is %s', async (_, bytes, details) => {
    await expect(readHistoryFile(bytes)).rejects.toEqual(unreadable(details));
  });

  it('is refused where its workbook has a cell far out', async () => {
    const wide = [[...ROWS[0]!, ...Array<string>(HISTORY_LIMITS.columns).fill('x')].map(asText)];
    await expect(readHistoryFile(await workbook(wide))).rejects.toEqual(unreadable({ reason: 'too-many-cells' }));
  });
});
