import supertest from 'supertest';
import writeWorkbook from 'write-excel-file/node';
import { congressHouse, type Person } from '../testing/congress-house.js';
import type { RosterImportResponse } from './roster.responses.js';

type Cell = string | number | { value: string; rowSpan: number } | null;

const HEADER = ['工　号', '姓　名', '部门', '邮箱', '代表团', '代表类别'];

/** A real workbook with a title above its header; numbers are cells of numbers. */
async function workbook(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const cell = (value: Cell) =>
    value === null
      ? null
      : typeof value === 'object'
        ? { ...value, type: String }
        : { value, type: typeof value === 'number' ? Number : String };
  const title = [{ value: '某某学校教职工名册', type: String, columnSpan: HEADER.length }, ...HEADER.slice(1).map(() => null)];
  return Buffer.from(await writeWorkbook([title, ...[HEADER, ...rows].map((row) => row.map(cell))] as never).toBuffer());
}

describe('a roster as a spreadsheet brings it', () => {
  const house = congressHouse();
  const upload = (person: Person, file: Buffer, sessionId?: string) =>
    supertest(house.url)
      .post('/api/congress/roster-imports')
      .query(sessionId ? { sessionId } : {})
      .set('authorization', `Bearer ${person.accessToken}`)
      .attach('file', file, '名册.xlsx');
  const preview = async (person: Person, rows: readonly (readonly Cell[])[], sessionId?: string): Promise<RosterImportResponse> =>
    (await upload(person, await workbook(rows), sessionId).expect(201)).body;
  const peopleOf = async (person: Person) =>
    (await house.as(person).get('/members?sort=staffNo&pageSize=200').expect(200)).body.items as {
      staffNo: string;
      name: string;
      unitName: string | null;
      email: string | null;
      active: boolean;
    }[];

  it('tells by row and column what it was read as, and writes that', async () => {
    const secretary = await house.found('folds');
    await house.as(secretary).post('/units', { code: 'LIB', name: '图书馆' }).expect(201);
    const { importId, summary, rows } = await preview(secretary, [
      ['ｔ1', '王　明', { value: '图书馆', rowSpan: 2 }, '-', '无', '—'],
      ['T2', '阿卜杜•热合曼', null, '/', null, null],
      [20_230_001, '\u2f00\u200b文', null, null, null, null],
    ]);
    expect(summary).toEqual({ new: 3, changed: 0, unchanged: 0, refused: 0 });
    expect(rows.map(({ row, folded }) => [row, folded.map(({ column, from, to, foldings }) => [column, from, to, ...foldings])])).toEqual([
      [
        3,
        [
          ['staffNo', 'ｔ1', 't1', 'variant'],
          ['name', '王　明', '王明', 'space'],
          ['email', '-', '', 'empty'],
          ['delegation', '无', '', 'empty'],
          ['kind', '—', '', 'empty'],
        ],
      ],
      [
        4,
        [
          ['name', '阿卜杜•热合曼', '阿卜杜·热合曼', 'dot'],
          ['unit', '图书馆', '图书馆', 'merged'],
          ['email', '/', '', 'empty'],
        ],
      ],
      [5, [['name', '\u2f00\u200b文', '一文', 'invisible', 'radical']]],
    ]);
    await house.changing(secretary).post(`/roster-imports/${importId}/confirmation`).expect(200);
    expect((await peopleOf(secretary)).map(({ staffNo, name, unitName, email }) => [staffNo, name, unitName, email])).toEqual(
      [
        ['20230001', '一文', null, null],
        ['S1', '秘书甲', null, null],
        ['T2', '阿卜杜·热合曼', '图书馆', null],
        ['t1', '王明', '图书馆', null],
      ].sort(([one = ''], [other = '']) => (String(one) < String(other) ? -1 : 1)),
    );
    const again = await preview(secretary, [
      ['T1', '王 明', '图书馆', null, null, null],
      ['T2', '阿卜杜・热合曼', null, null, null, null],
    ]);
    expect(again.summary).toMatchObject({ unchanged: 2 });
  });

  it('refuses by cell what a spreadsheet broke', async () => {
    const secretary = await house.found('breaks');
    const { rows, summary } = await preview(secretary, [
      [1.23e21, '王一', null, null, null, null],
      [123_456_789_012_345_680, '王二', null, null, null, null],
      ['T3', { value: '王三', rowSpan: 2 }, null, null, null, null],
      ['T4', null, null, null, null, null],
      ['T5', '王?', null, null, null, null],
      ['T6', '王□', null, null, null, null],
      ['T7', '\u2ee2明', null, null, null, null],
      ['T8', '王\u202e明', null, null, null, null],
      ['T9', '王_x0000_\ud842', null, null, null, null],
    ]);
    expect(summary).toMatchObject({ new: 0, refused: 9 });
    expect(rows.map(({ row, faults }) => [row, ...faults.map(({ column, reason, character }) => [column, reason, character])])).toEqual([
      [3, ['staffNo', 'scientific', undefined]],
      [4, ['staffNo', 'digits-lost', undefined]],
      [5, ['name', 'merged', undefined]],
      [6, ['name', 'merged', undefined]],
      [7, ['name', 'lost', '?']],
      [8, ['name', 'lost', '□']],
      [9, ['name', 'look-alike', '\u2ee2']],
      [10, ['name', 'invisible', '\u202e']],
      [11, ['name', 'lost', '\ufffd']],
    ]);
  });

  it('names who is not in it, changes nothing of them, and forgets who was marked as left', async () => {
    const secretary = await house.found('leaves');
    const unit = (await house.as(secretary).post('/units', { code: 'LIB', name: '图书馆' }).expect(201)).body as { id: string };
    const ids: string[] = [];
    for (const [staffNo, name] of [
      ['T1', '王一'],
      ['T2', '王二'],
      ['T3', '王三'],
      ['T4', '王四'],
    ])
      ids.push((await house.as(secretary).post('/members', { staffNo, name, unitId: unit.id }).expect(201)).body.id);
    await house.changing(secretary).patch(`/members/${ids[3]}`, { active: false }).expect(200);
    const { importId, unnamed } = await preview(secretary, [
      ['ｔ1', '王一', null, null, null, null],
      [1.23e21, '王二', null, null, null, null],
      ['S1', '秘书甲', null, null, null, null],
    ]);
    expect(unnamed).toEqual([{ memberId: ids[2], staffNo: 'T3', name: '王三', unitName: '图书馆' }]);
    await house.changing(secretary).post(`/roster-imports/${importId}/confirmation`).expect(200);
    expect((await peopleOf(secretary)).find(({ staffNo }) => staffNo === 'T3')).toMatchObject({ active: true, unitName: '图书馆' });
    await house.changing(secretary).patch(`/members/${ids[2]}`, { active: false }).expect(200);
    expect((await house.as(secretary).get(`/roster-imports/${importId}`).expect(200)).body.unnamed).toEqual([]);
  });

  it('is called what it is where it cannot be read', async () => {
    const secretary = await house.found('called');
    const entry = Buffer.alloc(128);
    entry.write('EncryptedPackage', 'utf16le');
    entry.writeUInt16LE(34, 64);
    entry[66] = 2;
    const compound = (...blocks: Buffer[]) =>
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1016), ...blocks]);
    const refusal = async (file: Buffer) => (await upload(secretary, file).expect(422)).body;
    expect(await refusal(compound(entry))).toMatchObject({ type: 'congress.roster-unreadable', details: { reason: 'password-protected' } });
    expect(await refusal(compound())).toMatchObject({ details: { reason: 'old-workbook' } });
    expect(await refusal(Buffer.from('某某学校\n编号,姓名,部门\nT1,王,'))).toMatchObject({
      details: { reason: 'missing-column:staffNo', row: 2 },
    });
  });
});
