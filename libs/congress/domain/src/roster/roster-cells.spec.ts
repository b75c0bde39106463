import fc from 'fast-check';
import { checkRoster, type KnownMember, type RosterContext } from './check-roster.js';
import { missingMembers } from './missing-members.js';
import { creationsOf, NO_CREATIONS } from './roster-creations.js';
import { readRosterTable } from './roster-table.js';

const UNITS = [
  { id: 'u1', code: 'LIB', name: '图书馆' },
  { id: 'u2', code: 'U2', name: '后勤\u00a0 处' },
];
const CONTEXT: RosterContext = { members: new Map(), units: UNITS, delegations: [{ id: 'd1', name: '第一代表团' }] };
const HEADER = ['工号', '姓名', '部门', '邮箱', '会籍', '代表团', '代表类别'];
const check = (...rows: readonly string[][]) => checkRoster(readRosterTable([HEADER, ...rows]), CONTEXT);

describe('a cell that was read as something else', () => {
  it('is told by row and column, from what to what', () => {
    expect(check(['Ｔ1', '王　明', '图书馆', '-', '无', '—', '/'], ['T2', '李二', '', '', '', '', ''])).toMatchObject([
      {
        row: 2,
        state: 'new',
        values: { staffNo: 'T1', name: '王明', unit: '图书馆', email: '', standing: '', delegation: '', kind: '' },
        folded: [
          { column: 'staffNo', from: 'Ｔ1', to: 'T1', foldings: ['variant'] },
          { column: 'name', from: '王　明', to: '王明', foldings: ['space'] },
          { column: 'email', from: '-', to: '', foldings: ['empty'] },
          { column: 'standing', from: '无', to: '', foldings: ['empty'] },
          { column: 'delegation', from: '—', to: '', foldings: ['empty'] },
          { column: 'kind', from: '/', to: '', foldings: ['empty'] },
        ],
        entry: { staffNo: 'T1', name: '王明', mail: null, unitId: 'u1', standing: 'FULL', seat: null },
      },
      { row: 3, state: 'new' },
    ]);
    expect(check(['T2', '李二'])[0]).not.toHaveProperty('folded');
  });

  it('says that there is nothing, and what is needed is missing then', () => {
    expect(check(['无', '—'])[0]?.faults).toEqual([
      { column: 'staffNo', reason: 'required' },
      { column: 'name', reason: 'required' },
    ]);
  });

  it('finds what is there under a name that is written otherwise', () => {
    expect(check(['T1', '王明', '后勤 处'])[0]?.entry?.unitId).toBe('u2');
  });

  it('took the text of the merged cells around it', () => {
    const lines = readRosterTable([HEADER, ['T1', '王一', '图书馆'], ['T2', '王二', '']], [{ top: 1, left: 2, bottom: 2, right: 2 }]);
    expect(checkRoster(lines, CONTEXT)[1]).toMatchObject({
      state: 'new',
      folded: [{ column: 'unit', from: '图书馆', to: '图书馆', foldings: ['merged'] }],
      entry: { unitId: 'u1' },
    });
  });

  it('is told of every person of whom two different spellings became one', () => {
    const name = fc.string({
      unit: fc.constantFrom('王', '明', '·', '•', ' ', '\u3000', '\u200b', '\u2f00', '一'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [first, second] = check(['T1', one], ['T2', other]);
        const seen = (text: string) => text.trim().replace(/\s/gu, ' ');
        const isJoined = first?.entry && second?.entry && first.entry.name === second.entry.name && seen(one) !== seen(other);
        if (isJoined) expect([...(first.folded ?? []), ...(second.folded ?? [])].some(({ column }) => column === 'name')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a cell that is refused', () => {
  it.each([
    [['1.23E+17', '王明'], 'staffNo', 'scientific', undefined],
    [['1.23457e17', '王明'], 'staffNo', 'scientific', undefined],
    [['T1', '1.3E+10'], 'name', 'scientific', undefined],
    [['T1', '王?明'], 'name', 'lost', '?'],
    [['T1', '王？'], 'name', 'lost', '?'],
    [['T1', '王\ufffd'], 'name', 'lost', '\ufffd'],
    [['T1', '王□'], 'name', 'lost', '□'],
    [['T1', '王\ue001'], 'name', 'lost', '\ue001'],
    [['T?', '王明'], 'staffNo', 'lost', '?'],
    [['T1', '王明', '图?馆'], 'unit', 'lost', '?'],
    [['T1', '王明', '', '', '', '第□代表团'], 'delegation', 'lost', '□'],
    [['T1', '\u2ee2明'], 'name', 'look-alike', '\u2ee2'],
    [['T1', '王\u202e明'], 'name', 'invisible', '\u202e'],
    [['T1', '王一\n李二'], 'name', 'line-break', undefined],
  ])('%j: its %s is %s', (cells, column, reason, character) => {
    expect(check(cells)[0]).toMatchObject({ row: 2, state: 'refused', entry: null });
    expect(check(cells)[0]?.faults).toEqual([{ column, reason, ...(character === undefined ? {} : { character }) }]);
  });

  it.each(['1E5', 'E12', '12345', '123456789012345678'])('is not staff number %s', (staffNo) =>
    expect(check([staffNo, '王明'])[0]?.state).toBe('new'),
  );

  it('lies in merged cells, or has lost digits', () => {
    const lines = readRosterTable(
      [HEADER, [{ number: '12345678901234567' }, '王一'], ['T2', '王二'], ['T3', '']],
      [{ top: 2, left: 1, bottom: 3, right: 1 }],
    );
    expect(checkRoster(lines, CONTEXT).map(({ faults }) => faults)).toEqual([
      [{ column: 'staffNo', reason: 'digits-lost' }],
      [{ column: 'name', reason: 'merged' }],
      [{ column: 'name', reason: 'merged' }],
    ]);
  });

  it('names nothing that could be set up', () => {
    const lines = readRosterTable([
      HEADER,
      ['T1', '王一', '财?处'],
      ['T2', '王二', '-'],
      ['T3', '王三', '\u2f42印\u200b室'],
      ['T4', '王四', '文印室'],
      ['T5', '王五', '1.5E+10'],
    ]);
    expect(creationsOf(lines, CONTEXT, NO_CREATIONS, () => 'new').units.map(({ name, rows }) => [name, rows])).toEqual([['文印室', 2]]);
  });
});

describe('whom a list does not name', () => {
  const member = (staffNo: string, name: string): Pick<KnownMember, 'name'> & { staffNo: string } => ({ staffNo, name });
  const missing = (rows: readonly string[][], ...members: ReturnType<typeof member>[]) =>
    missingMembers(check(...rows), members).map(({ staffNo }) => staffNo);

  it('may have left; a staff number in another case or width, or in a refused row, is there', () => {
    expect(
      missing(
        [
          ['ｔ1', '王一'],
          ['T2', ''],
          ['T4', '甲'],
          ['T4', '乙'],
          ['T5', '王五'],
        ],
        member('T1', '王一'),
        member('t5', '王五'),
        member('T2', '王二'),
        member('t3', '王三'),
        member('T4', '王四'),
      ),
    ).toEqual(['t3']);
  });

  it('has not left because a spreadsheet broke the number', () => {
    expect(missing([['1.23E+17', '阿卜杜•热合曼']], member('123000000000000001', '阿卜杜·热合曼'), member('T2', '王二'))).toEqual(['T2']);
  });
});
