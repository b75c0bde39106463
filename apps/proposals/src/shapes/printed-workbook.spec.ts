import { unpack } from '@plenum/service-kit';
import { writePrintedWorkbook } from './printed-workbook.js';

const partsOf = async (bytes: Buffer): Promise<ReadonlyMap<string, string>> => {
  const unpacked = await unpack(bytes, 1_000_000);
  if (!unpacked.ok) throw new Error(unpacked.reason);
  return new Map(unpacked.files.map(({ name, content }) => [name, content.toString('utf8')]));
};

describe('a workbook to be printed', () => {
  it('lies across, is as wide as a page or as few as can be read, and has its head on each page, whatever its sheets are called', async () => {
    const data = [[{ value: '案号', type: String }], [{ value: '教学楼晚间开放时间延长至二十二时整，周末亦然', type: String, wrap: true }]];
    const bytes = await writePrintedWorkbook([
      { sheet: '提案', data, columns: [{ width: 18 }] },
      { sheet: "Units' <own> & others", data, columns: Array.from({ length: 13 }, () => ({ width: 18 })), nameColumn: 'B' },
    ]);
    const parts = await partsOf(bytes);
    for (const [nth, pages] of [
      [1, 1],
      [2, 2],
    ]) {
      const sheet = parts.get(`xl/worksheets/sheet${nth}.xml`)!;
      // The order of elements is the format's: where it is another, the file counts as damaged.
      expect(sheet).toMatch(
        /<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>.*<pageMargins [^>]*\/><pageSetup /,
      );
      const [setup] = /<pageSetup [^>]*>/.exec(sheet)!;
      for (const part of ['orientation="landscape"', 'paperSize="9"', `fitToWidth="${pages}"`, 'fitToHeight="0"'])
        expect(setup).toContain(part);
    }
    expect(parts.get('xl/worksheets/sheet1.xml')!.match(/<row [^>]*>/g)).toEqual([
      expect.stringContaining('ht="15"'),
      expect.stringContaining('ht="45"'),
    ]);
    expect(parts.get('xl/workbook.xml')!.match(/<definedName [^>]*>[^<]*/g)).toEqual([
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'提案'!$1:$1`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Units'' &lt;own&gt; &amp; others'!$B:$B,'Units'' &lt;own&gt; &amp; others'!$1:$1`,
    ]);
  });
});
