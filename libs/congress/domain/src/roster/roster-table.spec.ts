import type { MergedCells } from './merged-cells.js';
import { readRosterTable, ROSTER_LIMITS } from './roster-table.js';

const HEADER = ['工号', '姓名', '部门', '备注', '代表团'];
const range = (top: number, left: number, bottom: number, right: number): MergedCells => ({ top, left, bottom, right });
const marksOf = (table: Parameters<typeof readRosterTable>[0], merged?: readonly MergedCells[]) =>
  readRosterTable(table, merged).map(({ marks = {} }) => marks);

describe('the header of a roster', () => {
  it('is found past a title, set wide or with signs that are not seen', () => {
    const lines = readRosterTable([
      ['某某学校教职工名册'],
      ['制表：人事处', '', '2026-09-01'],
      ['\ufeff工  号', '姓　名', 'Delegate Kind'],
      ['T1', '王明', '列席'],
    ]);
    expect(lines).toEqual([{ row: 4, values: { staffNo: 'T1', name: '王明', kind: '列席' } }]);
  });
});

describe('merged cells', () => {
  const TABLE = [
    ['某某学校', '', '', '', ''],
    HEADER,
    ['T1', '王一', '图书馆', '', '第一代表团'],
    ['T2', '王二', '', '', ''],
    ['T3', '王三', '', '', ''],
    ['', '', '', '', ''],
  ];

  it('give what people share to every row that is there, and say so', () => {
    const lines = readRosterTable(TABLE, [range(2, 2, 5, 2), range(2, 4, 3, 4)]);
    expect(lines.map(({ values: { unit, delegation } }) => [unit, delegation])).toEqual([
      ['图书馆', '第一代表团'],
      ['图书馆', '第一代表团'],
      ['图书馆', ''],
    ]);
    expect(lines.map(({ marks = {} }) => marks)).toEqual([{}, { unit: 'filled', delegation: 'filled' }, { unit: 'filled' }]);
  });

  it('tear rows where they cover what is one person’s, or several columns', () => {
    expect(marksOf(TABLE, [range(2, 0, 3, 0)])).toEqual([{ staffNo: 'torn' }, { staffNo: 'torn' }, {}]);
    expect(marksOf(TABLE, [range(2, 1, 3, 1)])).toEqual([{ name: 'torn' }, { name: 'torn' }, {}]);
    expect(marksOf(TABLE, [range(3, 1, 3, 2)])).toEqual([{}, { name: 'torn', unit: 'torn' }, {}]);
  });

  it('are nobody’s business in a title, in the header, empty, or across a column that is not read', () => {
    expect(marksOf(TABLE, [range(0, 0, 0, 4), range(1, 0, 2, 0), range(3, 2, 4, 2), range(2, 2, 2, 3)])).toEqual([{}, {}, {}]);
  });

  it('hide a value that begins beside its column', () => {
    const table = [
      ['工号', '备注', '姓名'],
      ['T1', '王一', ''],
    ];
    expect(marksOf(table, [range(1, 1, 1, 2)])).toEqual([{ name: 'torn' }]);
  });

  it('cover no more than a table may have', () => {
    const far = range(2, 0, ROSTER_LIMITS.rowsWithBlanks * 10, 16_383);
    expect(() => readRosterTable([HEADER, ...Array.from({ length: 10_000 }, (_, n) => [`T${n}`, '王'])], [far, far, far])).toThrow(
      expect.objectContaining({ details: { reason: 'too-many-cells' } }),
    );
    expect(marksOf(TABLE, [far])).toHaveLength(3);
  });
});

describe('long numbers', () => {
  const staffNosOf = (...cells: Parameters<typeof readRosterTable>[0][number]) =>
    readRosterTable([['工号', '姓名'], ...cells.map((cell) => [cell, '王'])]).map(({ values: { staffNo }, marks = {} }) => [
      staffNo,
      marks,
    ]);
  const lost = { staffNo: 'digits-lost' };

  it('are kept as they were saved up to fifteen digits, and shown as a spreadsheet does beyond', () => {
    expect(staffNosOf({ number: '20230001' }, { number: '00042' }, { number: '2.0230001E7' }, { number: '123456789012345' })).toEqual([
      ['20230001', {}],
      ['00042', {}],
      ['20230001', {}],
      ['123456789012345', {}],
    ]);
    expect(staffNosOf({ number: '1.23E+17' }, { number: '1.2345678901234568E17' })).toEqual([
      ['1.23E+17', {}],
      ['1.2345678901234568E+17', {}],
    ]);
  });

  it('are marked where a number was longer than a spreadsheet keeps', () => {
    expect(staffNosOf({ number: '1234567890123456' }, 'T1')).toEqual([
      ['1234567890123456', lost],
      ['T1', {}],
    ]);
  });

  it('are marked as texts where all of them end in zeros behind the fifteenth digit', () => {
    expect(staffNosOf('123456789012345000', '３２３４５６７８９０１２３４５０００', 'T1')).toEqual([
      ['123456789012345000', lost],
      ['３２３４５６７８９０１２３４５０００', lost],
      ['T1', {}],
    ]);
    expect(staffNosOf('123456789012345000', '123456789012345678', 'T1').map(([, marks]) => marks)).toEqual([{}, {}, {}]);
  });
});

describe('what no database takes', () => {
  it('is a lost character', () => {
    expect(
      readRosterTable([
        ['工号', '姓名'],
        ['T1', '王\0\ud800'],
        ['T2', '𠮷'],
      ]).map(({ values }) => values.name),
    ).toEqual(['王\ufffd\ufffd', '𠮷']);
  });
});
