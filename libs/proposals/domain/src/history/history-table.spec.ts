import { HISTORY_COLUMNS, HISTORY_LIMITS } from './history-columns.js';
import { readHistoryTable } from './history-table.js';
import { EXPORT_HEADINGS, EXPORT_MARK } from './history-wording.js';

const HEADER = ['No.', 'Subject', 'Remarks', 'Lead unit'];

describe('a table of earlier matters', () => {
  it('is read below its header, wherever that stands, without other columns and empty rows', () => {
    const table = [['Proposals of 2023'], [], HEADER, ['1', 'A canteen', 'x', 'Logistics'], ['', ' ', 'y', ''], ['2', 'A bus']];
    expect(readHistoryTable(table)).toEqual({
      ok: true,
      lines: [
        { row: 4, values: { number: '1', subject: 'A canteen', unit: 'Logistics' } },
        { row: 6, values: { number: '2', subject: 'A bus', unit: '' } },
      ],
    });
  });

  it('knows the words of committees, set wide or not', () => {
    expect(
      readHistoryTable([
        ['编　号', '案 由', '承办单位'],
        ['6-1-001', '食堂', '后勤处'],
      ]),
    ).toEqual({
      ok: true,
      lines: [{ row: 2, values: { number: '6-1-001', subject: '食堂', unit: '后勤处' } }],
    });
  });

  it.each([0, 1])('knows the table that the house exports, and none of its columns that read alike: language %i', (language) => {
    const own = HISTORY_COLUMNS.map((column) => EXPORT_HEADINGS[column][language]!);
    const others = ['审查结果', '理由', '序号', 'Reason', 'No.'];
    const table = [
      [EXPORT_MARK[language]!, ...own, ...others],
      ['id', ...HISTORY_COLUMNS.map((column) => `the ${column}`), ...others.map(() => 'not it')],
      ['id', '7-2-002', "'- a list", ...HISTORY_COLUMNS.slice(2).map(() => ''), ...others.map(() => 'not it')],
    ];
    const read = readHistoryTable(table);
    expect(read).toMatchObject({ ok: true, lines: [{ row: 2 }, { row: 3, values: { number: '7-2-002', subject: '- a list' } }] });
    const [line] = read.ok ? read.lines : [];
    expect(line?.values).toEqual(Object.fromEntries(HISTORY_COLUMNS.map((column) => [column, `the ${column}`])));
  });

  it('takes a column of ids for nothing where the other headings are not the house’s own', () => {
    const table = [
      ['ID', ...HEADER],
      ['x', '1', 'A canteen'],
    ];
    expect(readHistoryTable(table)).toMatchObject({ ok: true, lines: [{ values: { number: '1', subject: 'A canteen' } }] });
  });

  it.each([
    ['nothing', [], { reason: 'empty' }],
    ['blanks', [['', ' ']], { reason: 'empty' }],
    ['a header alone', [HEADER], { reason: 'empty' }],
    [
      'no subject',
      [
        ['No.', 'Remarks'],
        ['1', 'x'],
      ],
      { reason: 'missing-column', column: 'subject' },
    ],
    ['no number', [['Subject'], ['A canteen']], { reason: 'missing-column', column: 'number' }],
    [
      'one column twice',
      [
        [...HEADER, 'Title'],
        ['1', 'A canteen'],
      ],
      { reason: 'column-twice', column: 'subject', row: 1 },
    ],
    ['too many columns', [[...HEADER, ...Array<string>(HISTORY_LIMITS.columns).fill('x')]], { reason: 'too-many-columns', row: 1 }],
    [
      'too many rows',
      [HEADER, ...Array.from({ length: HISTORY_LIMITS.rows + 1 }, (_, nth) => [String(nth), 'A canteen'])],
      { reason: 'too-many-rows' },
    ],
    ['too many blanks', Array<string[]>(HISTORY_LIMITS.rowsWithBlanks + 1).fill([]), { reason: 'too-many-rows' }],
  ] as const)('is refused where it holds %s', (_, table, why) => {
    expect(readHistoryTable(table)).toEqual({ ok: false, ...why });
  });

  it('keeps nothing that no database takes', () => {
    expect(readHistoryTable([HEADER, ['1', 'a\0b\ud800']])).toMatchObject({ lines: [{ values: { subject: 'a\ufffdb\ufffd' } }] });
  });
});
