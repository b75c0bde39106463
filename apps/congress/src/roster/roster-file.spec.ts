import { deflateRawSync } from 'node:zlib';
import writeWorkbook from 'write-excel-file/node';
import { unpack } from '@plenum/service-kit';
import { readRosterFile } from './roster-file.js';

const ROWS = [
  ['工号', '姓名', '部门'],
  ['T1', '王小明', '图书馆'],
  ['', '', ''],
  ['00042', '欧阳 丽', ''],
];
const LINES = [
  { row: 2, values: { staffNo: 'T1', name: '王小明', unit: '图书馆' } },
  { row: 4, values: { staffNo: '00042', name: '欧阳 丽', unit: '' } },
];
const csv = (rows: readonly string[][], delimiter = ',') => rows.map((row) => row.join(delimiter)).join('\r\n');
const unreadable = (reason: string) => expect.objectContaining({ code: 'congress.roster-unreadable', details: { reason } });
type Cell = {
  value: string | number | Date;
  type?: StringConstructor | NumberConstructor | DateConstructor;
  format?: string;
  rowSpan?: number;
  columnSpan?: number;
} | null;
const workbook = async (rows: readonly (readonly Cell[])[]) => Buffer.from(await writeWorkbook(rows as never).toBuffer());
const asCells = (rows: readonly string[][]): Cell[][] =>
  rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })));

/** 工号,姓名,部门 / T1,王小明,图书馆 / 00042,欧阳 丽, as Excel in China saves it. */
const IN_GB18030 = Buffer.from(
  'b9a4bac52cd0d5c3fb2cb2bfc3c50d0a54312ccdf5d0a1c3f72ccdbccae9b9dd0d0a2c2c0d0a30303034322cc5b7d1f420c0f62c',
  'hex',
);

/** A zip archive of one entry that says it unpacks to `stated` bytes. */
function archiveOf(content: Buffer, stated = content.length): Buffer {
  const [name, packed] = [Buffer.from('xl/workbook.xml'), deflateRawSync(content)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(stated, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(stated, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

/** A compound file (MS-CFB, version 3) with streams of these names and nothing in them: header, table of sectors, directory. */
function compoundFile(...streams: readonly string[]): Buffer {
  const [header, sectors] = [Buffer.alloc(512), Buffer.alloc(512, 0xff)];
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, value] of [
    [0x18, 0x3e],
    [0x1a, 3],
    [0x1c, 0xfffe],
    [0x1e, 9],
    [0x20, 6],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const [at, value] of [
    [0x2c, 1],
    [0x30, 1],
    [0x38, 4096],
    [0x3c, 0xfffffffe],
    [0x44, 0xfffffffe],
  ] as const)
    header.writeUInt32LE(value, at);
  header.fill(0xff, 0x4c);
  header.writeUInt32LE(0, 0x4c);
  sectors.writeUInt32LE(0xfffffffd, 0);
  sectors.writeUInt32LE(0xfffffffe, 4);
  const entries = ['Root Entry', ...streams].map((name, at) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE(2 * name.length + 2, 64);
    entry[66] = at === 0 ? 5 : 2;
    return entry;
  });
  return Buffer.concat([header, sectors, Buffer.concat(entries, 512)]);
}

describe('a roster file', () => {
  it.each([
    ['UTF-8', Buffer.from(csv(ROWS))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv(ROWS)}`)],
    ['GB18030', IN_GB18030],
    ['tabs', Buffer.from(csv(ROWS, '\t'))],
    ['semicolons', Buffer.from(csv(ROWS, ';'))],
    ['quotes', Buffer.from('"工号","姓名","部门"\n"T1","王小明","图书馆"\n,,\n00042,"欧阳 丽",\n')],
  ])('is read from %s', async (_, bytes) => expect(await readRosterFile(bytes)).toEqual(LINES));

  it('is read from a workbook, counting rows as the sheet does', async () => {
    expect(await readRosterFile(await workbook(asCells(ROWS)))).toEqual(LINES);
  });

  it('keeps the digits of staff numbers that a workbook holds as numbers', async () => {
    const cells: Cell[][] = [
      ...asCells([['工号', '姓名']]),
      [
        { value: 20_230_001, type: Number },
        { value: '王小明', type: String },
      ],
    ];
    expect((await readRosterFile(await workbook(cells)))[0]?.values.staffNo).toBe('20230001');
  });

  it.each([
    [123_456_789_012_345_680, '123456789012345680', { staffNo: 'digits-lost' }],
    [1.23e21, '1.23E+21', undefined],
  ])('says of the number %s what became of it', async (number, staffNo, marks) => {
    const cells: Cell[][] = [
      ...asCells([['工号', '姓名']]),
      [
        { value: number, type: Number },
        { value: '王小明', type: String },
      ],
    ];
    expect(await readRosterFile(await workbook(cells))).toEqual([
      { row: 2, values: { staffNo, name: '王小明' }, ...(marks ? { marks } : {}) },
    ]);
  });

  it('gives what merged cells of a workbook say to every row', async () => {
    const [title, header, first, second] = asCells([
      ['某某学校教职工名册', '', ''],
      ['工号', '姓名', '部门'],
      ['T1', '王一', '图书馆'],
      ['T2', '王二', ''],
    ]) as [Cell[], Cell[], Cell[], Cell[]];
    const merged = [
      [{ ...title[0], columnSpan: 3 } as Cell, null, null],
      header,
      [first[0], first[1], { ...first[2], rowSpan: 2 } as Cell],
      second,
    ] as Cell[][];
    expect(await readRosterFile(await workbook(merged))).toEqual([
      { row: 3, values: { staffNo: 'T1', name: '王一', unit: '图书馆' } },
      { row: 4, values: { staffNo: 'T2', name: '王二', unit: '图书馆' }, marks: { unit: 'filled' } },
    ]);
  });

  it('knows the merged cells of the first sheet only', async () => {
    const data = (rows: Cell[][]) => rows as never;
    const other: Cell[][] = [[{ value: 'x', type: String, rowSpan: 3 }], [null], [null]];
    const both = Buffer.from(
      await writeWorkbook([
        { data: data(asCells(ROWS)), sheet: '名册' },
        { data: data(other), sheet: '说明' },
      ] as never).toBuffer(),
    );
    expect(await readRosterFile(both)).toEqual(LINES);
    const turned = Buffer.from(
      await writeWorkbook([
        {
          data: data([
            ...asCells([['工号', '姓名']]),
            [
              { value: 'T1', type: String, rowSpan: 2 },
              { value: '王一', type: String },
            ],
            [null, { value: '王二', type: String }],
          ]),
          sheet: '名册',
        },
        { data: data(asCells(ROWS)), sheet: '说明' },
      ] as never).toBuffer(),
    );
    expect((await readRosterFile(turned)).map(({ marks }) => marks)).toEqual([{ staffNo: 'torn' }, { staffNo: 'torn' }]);
  });

  it('says in which line a table breaks', async () => {
    await expect(readRosterFile(Buffer.from('工号,姓名\nT1,王\nT2,"王"明\n'))).rejects.toEqual(
      expect.objectContaining({ details: { reason: 'not-a-table', row: 3 } }),
    );
  });

  it('takes a line break inside quotes as part of a cell', async () => {
    expect((await readRosterFile(Buffer.from('工号,姓名\nT1,"王\n小明"\nT2,李'))).map(({ row }) => row)).toEqual([2, 3]);
  });

  it('takes a formula as the text that it is', async () => {
    const [line] = await readRosterFile(Buffer.from('工号,姓名\nT1,=1+1'));
    expect(line?.values.name).toBe('=1+1');
    const [cell] = await readRosterFile(
      await workbook(
        asCells([
          ['工号', '姓名'],
          ['T1', '=HYPERLINK("x")'],
        ]),
      ),
    );
    expect(cell?.values.name).toBe('=HYPERLINK("x")');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0xff, 0x80]), 'not-a-text'],
    ['zeros', Buffer.alloc(100), 'not-a-text'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-workbook'],
    ['a workbook of before 2007', compoundFile('Workbook', 'EncryptedPackages'), 'old-workbook'],
    ['a workbook that a password protects', compoundFile('EncryptionInfo', 'EncryptedPackage'), 'password-protected'],
    ['an archive that ends too early', archiveOf(Buffer.from('x')).subarray(0, 60), 'not-a-workbook'],
    ['an archive that is no workbook', archiveOf(Buffer.from('<x/>')), 'not-a-workbook'],
    ['an archive that unpacks to too much', archiveOf(Buffer.alloc(40_000_000)), 'too-large'],
    ['an archive that hides how much it unpacks to', archiveOf(Buffer.alloc(40_000_000), 10), 'not-a-workbook'],
  ])('is not %s', async (_, bytes, reason) => {
    await expect(readRosterFile(bytes)).rejects.toEqual(unreadable(reason));
  });

  it('says in which line a quote was never closed', async () => {
    await expect(readRosterFile(Buffer.from('工号,姓名\nT1,"王小明\n'))).rejects.toEqual(
      expect.objectContaining({ code: 'congress.roster-unreadable', details: { reason: 'not-a-table', row: 2 } }),
    );
  });

  it('is not one whose name is only mentioned', async () => {
    const mentioned = Buffer.concat([
      compoundFile('Workbook'),
      Buffer.alloc(64),
      Buffer.from('EncryptedPackage\0', 'utf16le'),
      Buffer.alloc(512),
    ]);
    await expect(readRosterFile(mentioned)).rejects.toEqual(unreadable('old-workbook'));
  });

  it('has at most ten thousand rows', async () => {
    const rows = (count: number) => Buffer.from(csv([['工号', '姓名'], ...Array.from({ length: count }, (_, n) => [`T${n}`, '王'])]));
    expect(await readRosterFile(rows(10_000))).toHaveLength(10_000);
    await expect(readRosterFile(rows(10_001))).rejects.toEqual(unreadable('too-many-rows'));
    await expect(readRosterFile(rows(50_000))).rejects.toEqual(unreadable('too-many-rows'));
  });
});

describe('a workbook', () => {
  const sheet = (rows: string) => archiveOf(Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`));

  it.each([
    ['a cell in a far row', '<row r="20001"><c r="A20001"/></row>'],
    ['a cell in a far column', '<row r="1"><c r="BM1"/></row>'],
    ['the last cell there is', '<row><c r="XFD1048576"/></row>'],
    ['a far cell behind a misleading attribute', '<row><c s=">" r="XFD1"/></row>'],
    ['a far cell of another prefix and quote', "<x:row><x:c r='XFD1'/></x:row>"],
    ['a place that is written otherwise', '<row><c r="&#88;FD1"/></row>'],
    ['more cells in a row than there are columns', `<row>${'<c/>'.repeat(65)}</row>`],
    ['more rows than are allowed', '<row/>'.repeat(20_001)],
  ])('has not %s', async (_, rows) => {
    await expect(readRosterFile(sheet(rows))).rejects.toEqual(unreadable('too-many-cells'));
  });

  it.each([
    ['open cells', '<c '.repeat(1_000_000)],
    ['open cells with a quote', '<c "'.repeat(1_000_001)],
    ['open rows', `${'<row '.repeat(1_000_000)}><c r="XFD1"/>`],
    ['one open cell', `<c ${'x '.repeat(5_000_000)}`],
  ])('is looked through once, also where it is %s to the end', async (_, xml) => {
    await expect(readRosterFile(archiveOf(Buffer.from(xml)))).rejects.toEqual(unreadable('too-many-cells'));
  });

  it('may reach to the limits', async () => {
    await expect(readRosterFile(sheet('<row r="20000"><c r="BL20000"/></row>'))).rejects.toEqual(unreadable('not-a-workbook'));
  });
});

describe('unpack', () => {
  it('gives what is packed', async () => {
    expect(await unpack(archiveOf(Buffer.from('roster')), 2000)).toEqual({
      ok: true,
      files: [{ name: 'xl/workbook.xml', content: Buffer.from('roster') }],
    });
  });

  it('does not begin what says that it is too large', async () => {
    expect(await unpack(archiveOf(Buffer.from('x'), 5000), 2000)).toEqual({ ok: false, reason: 'too-large' });
  });

  it('is refused for bytes that are no archive, wherever they are cut', async () => {
    const whole = archiveOf(Buffer.from('roster'));
    for (let length = 0; length < whole.length; length += 1)
      expect(await unpack(whole.subarray(0, length), 2000)).toEqual({ ok: false, reason: 'not-an-archive' });
  });
});
