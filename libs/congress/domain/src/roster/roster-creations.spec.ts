import { checkRoster, type RosterContext } from './check-roster.js';
import { creationsOf, NO_CREATIONS, wanting, withCreations } from './roster-creations.js';
import { readRosterTable } from './roster-table.js';

const CONTEXT: RosterContext = {
  members: new Map(),
  units: [{ id: 'u1', code: 'U01', name: '图书馆' }],
  delegations: [{ id: 'd1', name: '第一代表团' }],
};
const LINES = readRosterTable([
  ['二〇二六年教职工名册'],
  ['工号', '姓名', '部门', '代表团'],
  ['T1', '王一', '图书馆', '第一代表团'],
  ['T2', '王二', '财务处', '第二代表团'],
  ['T3', '王三', ' 财务处 ', ''],
  ['T4', '王四', '=总务处', ''],
]);
const ids = () => {
  let last = 0;
  return () => `new-${(last += 1)}`;
};

describe('what a roster names and is not there', () => {
  it('is counted by rows; what cannot be a name is left to its row', () => {
    expect(creationsOf(LINES, CONTEXT, NO_CREATIONS, ids())).toEqual({
      units: [{ id: 'new-1', name: '财务处', code: 'U02', rows: 2, wanted: false }],
      delegations: [{ id: 'new-2', name: '第二代表团', code: null, rows: 1, wanted: false }],
    });
  });

  it('is refused until it is wanted, and then taken', () => {
    const creations = creationsOf(LINES, CONTEXT, NO_CREATIONS, ids());
    const statesWith = (names: { units: string[]; delegations: string[] }) =>
      checkRoster(LINES, withCreations(CONTEXT, wanting(creations, names))).map(({ state }) => state);
    expect(statesWith({ units: [], delegations: [] })).toEqual(['new', 'refused', 'refused', 'refused']);
    expect(statesWith({ units: ['财务处'], delegations: [] })).toEqual(['new', 'refused', 'new', 'refused']);
    expect(statesWith({ units: ['财务处'], delegations: ['第二代表团'] })).toEqual(['new', 'new', 'new', 'refused']);
  });

  it('keeps what was decided, and forgets what is there by now', () => {
    const wanted = wanting(creationsOf(LINES, CONTEXT, NO_CREATIONS, ids()), { units: ['财务处'], delegations: ['第二代表团'] });
    const later = { ...CONTEXT, delegations: [{ id: 'd2', name: '第二代表团' }] };
    expect(creationsOf(LINES, later, wanted, ids())).toMatchObject({
      units: [{ id: 'new-1', wanted: true }],
      delegations: [{ name: '第一代表团', wanted: false }],
    });
  });

  it('is nothing of a session that the roster does not seat', () => {
    expect(creationsOf(LINES, { ...CONTEXT, delegations: null }, NO_CREATIONS, ids()).delegations).toEqual([]);
  });
});
