import fc from 'fast-check';
import { checkRoster, differingRows, type KnownMember, type RosterContext, summaryOf } from './check-roster.js';
import { readRosterTable, ROSTER_LIMITS } from './roster-table.js';

const WANG: KnownMember = {
  memberId: 'm1',
  name: '王小明',
  mail: 'wang@school.example',
  mobile: '+8613800138000',
  unitId: 'u1',
  active: true,
  standing: 'FULL',
  seat: { delegationId: 'd1', kind: 'DELEGATE' },
};
const CONTEXT: RosterContext = {
  members: new Map([
    ['T1', WANG],
    ['T9', { ...WANG, memberId: 'm9', name: '李已走', active: false, seat: null }],
  ]),
  units: [
    { id: 'u1', code: 'LIB', name: '图书馆' },
    { id: 'u2', code: 'GH', name: '工会' },
  ],
  delegations: [{ id: 'd1', name: '第一代表团' }],
};
const HEADER = ['工号', '姓名', '部门', '邮箱', '代表团', '代表类别', '会籍', '手机号'];
const check = (rows: readonly string[][], context = CONTEXT) => checkRoster(readRosterTable([HEADER, ...rows]), context);
const only = (cells: string[], context = CONTEXT) => check([cells], context)[0];

describe('checkRoster', () => {
  it('tells new, changed and unchanged rows apart', () => {
    const rows = check([
      ['T2', '张新来', 'GH', '', '第一代表团', '列席代表'],
      ['T1', '王晓明', '', '', '', ''],
      ['T3', '陈也新', '', '', '', ''],
    ]);
    expect(rows.map(({ row, state }) => [row, state])).toEqual([
      [2, 'new'],
      [3, 'changed'],
      [4, 'new'],
    ]);
    expect(rows.map(({ changed }) => changed)).toEqual([[], ['name'], []]);
    expect(summaryOf(rows)).toEqual({ new: 2, changed: 1, unchanged: 0, refused: 0 });
    expect(rows[0]?.entry).toEqual({
      memberId: null,
      staffNo: 'T2',
      name: '张新来',
      mail: null,
      mobile: null,
      unitId: 'u2',
      standing: 'FULL',
      seat: { delegationId: 'd1', kind: 'ATTENDEE' },
    });
    expect(only(['Ｔ1', '王小明', '图书馆', 'wang@school.example', '第一代表团', '正式代表'])?.state).toBe('unchanged');
  });

  it('names the columns in which a row differs', () => {
    const known = { ...CONTEXT, members: new Map([['T1', { ...WANG, seat: null }]]) };
    expect(only(['T1', '王晓明', '工会', 'other@school.example', '第一代表团', '列席'], known)?.changed).toEqual([
      'name',
      'unit',
      'email',
      'delegation',
      'kind',
    ]);
  });

  it('never clears by a blank cell', () => {
    expect(only(['T1', '王小明', '', '', '', ''])).toMatchObject({
      state: 'unchanged',
      entry: { mail: WANG.mail, unitId: 'u1', seat: WANG.seat },
    });
  });

  it('seats as a full delegate who is only given a delegation', () => {
    expect(only(['T2', '张新来', '', '', '第一代表团', ''])?.entry?.seat).toEqual({ delegationId: 'd1', kind: 'DELEGATE' });
    expect(only(['T2', '张新来', '', '', '', '特邀代表'])?.entry?.seat).toEqual({ delegationId: null, kind: 'INVITEE' });
  });

  describe('with the standing of members', () => {
    const standings = (rows: readonly string[][], context = CONTEXT) =>
      checkRoster(readRosterTable([['工号', '姓名', '会籍', '代表团', '代表类别'], ...rows]), context);
    const retained = { ...CONTEXT, members: new Map([['T1', { ...WANG, standing: 'RETAINED' as const, seat: null }]]) };

    it('gives everybody a full one unless another is said, and keeps what is known', () => {
      expect(
        standings([
          ['T2', '张新来', ''],
          ['T3', '陈也新', '保留会籍'],
          ['T4', '周某', ' Suspended '],
        ]).map(({ entry }) => entry?.standing),
      ).toEqual(['FULL', 'RETAINED', 'SUSPENDED']);
      expect(standings([['T1', '王小明', '']], retained)[0]).toMatchObject({ state: 'unchanged', entry: { standing: 'RETAINED' } });
      expect(standings([['T1', '王小明', '正式会籍']], retained)[0]).toMatchObject({
        state: 'changed',
        changed: ['standing'],
        entry: { standing: 'FULL' },
      });
    });

    it('refuses one that it does not know, by row and column', () => {
      expect(
        standings([
          ['T2', '张新来', '名誉'],
          ['T3', '陈也新', 'constructor'],
        ]),
      ).toMatchObject([
        { row: 2, state: 'refused', faults: [{ column: 'standing', reason: 'unknown' }], entry: null },
        { row: 3, state: 'refused', faults: [{ column: 'standing', reason: 'unknown' }] },
      ]);
    });

    it('seats nobody without the vote as a full delegate', () => {
      expect(standings([['T2', '张新来', '保留会籍', '第一代表团', '正式代表']])[0]).toMatchObject({
        row: 2,
        state: 'refused',
        faults: [{ column: 'kind', reason: 'no-vote' }],
      });
      expect(standings([['T1', '王小明', '', '', '代表']], retained)[0]).toMatchObject({
        state: 'refused',
        faults: [{ column: 'kind', reason: 'no-vote' }],
      });
      expect(standings([['T2', '张新来', '暂停', '第一代表团', '']])[0]?.entry?.seat).toEqual({ delegationId: 'd1', kind: 'ATTENDEE' });
      expect(standings([['T1', '王小明', '正式', '', '代表']], retained)[0]?.entry?.seat).toEqual({ delegationId: null, kind: 'DELEGATE' });
    });

    it('shows that a full delegate who loses the vote attends from now on', () => {
      expect(standings([['T1', '王小明', '保留会籍', '', '']])[0]).toMatchObject({
        state: 'changed',
        changed: ['standing', 'kind'],
        entry: { seat: { delegationId: 'd1', kind: 'ATTENDEE' } },
      });
    });
  });

  it.each([
    [['', '王小明'], 'staffNo', 'required'],
    [['工 号', '王小明'], 'staffNo', 'form'],
    [['x'.repeat(33), '王小明'], 'staffNo', 'too-long'],
    [['=1+1', '王小明'], 'staffNo', 'formula'],
    [['T9', '李已走'], 'staffNo', 'has-left'],
    [['T2', ''], 'name', 'required'],
    [['T2', '@SUM(A1)'], 'name', 'formula'],
    [['T2', '王\u0007明'], 'name', 'invisible'],
    [['T2', '***'], 'name', 'form'],
    [['T2', '王'.repeat(61)], 'name', 'too-long'],
    [['T2', '张新来', '没有的部门'], 'unit', 'unknown'],
    [['T2', '张新来', '', 'nowhere'], 'email', 'form'],
    [['T2', '张新来', '', `${'a'.repeat(190)}@school.example`], 'email', 'too-long'],
    [['T2', '张新来', '', '', '', '', '', '1380013800'], 'mobile', 'form'],
    [['T2', '张新来', '', '', '', '', '', '+8612800138000'], 'mobile', 'form'],
    [['T2', '张新来', '', '', '', '', '', '+1+1'], 'mobile', 'formula'],
    [['T2', '张新来', '', '', '', '', '', '1.38E+10'], 'mobile', 'scientific'],
    [['T2', '张新来', '', '', '没有的代表团'], 'delegation', 'unknown'],
    [['T2', '张新来', '', '', '', '旁听'], 'kind', 'unknown'],
    [['T2', '张新来', '', '', '', 'constructor'], 'kind', 'unknown'],
  ])('refuses %j for its %s: %s', (cells, column, reason) => {
    expect(only(cells)).toMatchObject({ row: 2, state: 'refused', faults: [{ column, reason }], entry: null });
  });

  it('takes mobile numbers as they are written, keeps them as E.164, and never clears one', () => {
    const row = (mobile: string) => only(['T1', '王小明', '', '', '', '', '', mobile]);
    for (const same of ['13800138000', '138-0013-8000', '+86 138 0013 8000', '8613800138000', ''])
      expect(row(same)).toMatchObject({ state: 'unchanged', entry: { mobile: '+8613800138000' } });
    expect(row('+44 7700 900123')).toMatchObject({ state: 'changed', changed: ['mobile'], entry: { mobile: '+447700900123' } });
  });

  it('names every faulty column of a row', () => {
    expect(only(['', '', '没有', 'x', '没有', '没有'])?.faults.map(({ column }) => column)).toEqual([
      'staffNo',
      'name',
      'unit',
      'email',
      'delegation',
      'kind',
    ]);
  });

  it('refuses both rows of one staff number', () => {
    const rows = check([
      ['T2', '张新来'],
      ['T3', '陈也新'],
      ['Ｔ2', '张新来'],
    ]);
    expect(rows.map(({ state }) => state)).toEqual(['refused', 'new', 'refused']);
    expect(rows[2]?.faults).toEqual([{ column: 'staffNo', reason: 'duplicate' }]);
  });

  it('seats nobody without a session', () => {
    const context = { ...CONTEXT, delegations: null };
    expect(only(['T2', '张新来', '', '', '第一代表团', '正式代表'], context)?.faults).toEqual([
      { column: 'delegation', reason: 'no-session' },
      { column: 'kind', reason: 'no-session' },
    ]);
    expect(only(['T2', '张新来'], context)?.state).toBe('new');
  });

  it('changes nothing the second time, whatever was imported', () => {
    const cell = (words: string[]) => fc.constantFrom(...words, '');
    const line = fc.tuple(
      fc.constantFrom('T1', 'T2', 'T3', 'T4', 'T9', ''),
      cell(['王一', '李二']),
      cell(['LIB', '工会', '没有']),
      cell(['a@b.cn', 'x']),
      cell(['第一代表团']),
      cell(['正式代表', '列席']),
      cell(['正式', '保留会籍', '没有']),
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }).filter((lines) => lines.flat().some((text) => text !== '')),
        (lines) => {
          const first = check(lines.map((cells) => [...cells]));
          const members = new Map(CONTEXT.members);
          for (const { entry } of first)
            if (entry) members.set(entry.staffNo, { ...entry, memberId: entry.memberId ?? `new-${entry.staffNo}`, active: true });
          const second = check(
            lines.map((cells) => [...cells]),
            { ...CONTEXT, members },
          );
          expect(second.filter(({ state }) => state === 'new' || state === 'changed')).toEqual([]);
          expect(second.map(({ faults }) => faults)).toEqual(first.map(({ faults }) => faults));
        },
      ),
    );
  });
});

describe('differingRows', () => {
  it('finds what changed between two checks', () => {
    const rows = [
      ['T1', '王晓明'],
      ['T2', '张新来'],
    ];
    const before = check(rows);
    expect(differingRows(before, check(rows))).toEqual([]);
    const renamed = { ...CONTEXT, members: new Map([['T1', { ...WANG, name: '王晓明' }]]) };
    expect(differingRows(before, check(rows, renamed))).toEqual([2]);
    expect(
      differingRows(before, check(rows, { ...CONTEXT, members: new Map([...CONTEXT.members, ['T2', { ...WANG, memberId: 'm2' }]]) })),
    ).toEqual([3]);
  });

  it('reads a preview that was kept as JSON', () => {
    const rows = check([['T2', '张新来', '', '', '第一代表团', '']]);
    const backwards = (value: object): object =>
      Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]: [string, unknown]) => [
            key,
            inner && typeof inner === 'object' && !Array.isArray(inner) ? backwards(inner) : inner,
          ]),
      );
    expect(differingRows(JSON.parse(JSON.stringify(rows.map(backwards))), rows)).toEqual([]);
  });
});

describe('readRosterTable', () => {
  const unreadable = (reason: string, place: object = {}) =>
    expect.objectContaining({ code: 'congress.roster-unreadable', details: { reason, ...place } });

  it('finds columns by heading, in any order and language, and counts rows as the file does', () => {
    const lines = readRosterTable([
      ['', ''],
      [' Name ', '备注', 'Staff No'],
      ['', '', ''],
      ['王小明', 'x', 'T1'],
    ]);
    expect(lines).toEqual([{ row: 4, values: { name: '王小明', staffNo: 'T1' } }]);
  });

  it.each([
    [[], 'empty', {}],
    [[['', ' ']], 'empty', {}],
    [[HEADER], 'empty', {}],
    [[HEADER, ['', '']], 'empty', {}],
    [[['某某学校'], ['姓名'], ['王小明']], 'missing-column:staffNo', { row: 2 }],
    [[['工号'], ['T1']], 'missing-column:name', { row: 1 }],
    [[[''], ['T1', '王小明']], 'missing-column:staffNo', { row: 2 }],
    [
      [
        ['工号', '姓名', 'Name'],
        ['T1', '王小明', ''],
      ],
      'column-twice:name',
      { row: 1, cells: 'B1, C1' },
    ],
    [[['工号', '姓名', ...Array.from({ length: 25 }, () => ''), '姓 名']], 'column-twice:name', { row: 1, cells: 'B1, AB1' }],
    [[Array.from({ length: ROSTER_LIMITS.columns + 1 }, (_, index) => `c${index}`)], 'too-many-columns', { row: 1 }],
    [[HEADER, ['T1', '王'], ...Array.from({ length: ROSTER_LIMITS.rowsWithBlanks }, () => [''])], 'too-many-rows', {}],
    [[HEADER, ...Array.from({ length: ROSTER_LIMITS.rows + 1 }, (_, index) => [`T${index}`, '王'])], 'too-many-rows', {}],
  ])('refuses a table (%#): %s', (table: string[][], reason: string, place: object) =>
    expect(() => readRosterTable(table)).toThrow(unreadable(reason, place)),
  );
});
