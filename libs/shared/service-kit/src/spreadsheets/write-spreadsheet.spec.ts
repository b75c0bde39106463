import { readSpreadsheet } from './read-spreadsheet.js';
import { holdable, writeSpreadsheet } from './write-spreadsheet.js';

describe('a workbook that is written', () => {
  it('is read as it was meant: texts as texts, figures as figures, under a name that the format can hold', async () => {
    const rows = [
      ['通知', '人数'],
      ['=1+1', 3],
    ];
    const written = await writeSpreadsheet([{ name: `a/b:${'x'.repeat(40)}`, widths: [20, 8], rows }]);
    const { cells } = await readSpreadsheet(written, { rows: 10, columns: 4 }, (reason) => new Error(reason));
    expect(cells).toEqual([
      ['通知', '人数'],
      ['=1+1', { number: '3' }],
    ]);
  });

  it('holds nothing that the format cannot', () => {
    expect(holdable('a\u0001b\tc\nd\ud800e\u{20000}')).toBe('ab\tc\nde\u{20000}');
    expect(holdable('x'.repeat(40_000))).toHaveLength(32_767);
  });
});
