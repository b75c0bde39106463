import { civilDate, type CivilDate, WorkingCalendar } from '@plenum/calendar';
import { openCall } from '../call/call-window.js';
import { matterState } from '../proposal/matter.js';
import { maySee } from '../proposal/visibility.js';
import { aDelegate, COMMITTEE, LOGISTICS, someone } from '../testing/people.js';
import type { HistoryEntry } from './check-history.js';
import { importedMatter } from './imported-matter.js';

const ENTRY: HistoryEntry = {
  number: '6-1-001',
  subject: 'A canteen that opens late',
  grounds: 'Evening classes end at nine.',
  measures: 'Open until ten.',
  category: 'logistics',
  track: 'PROPOSAL',
  proposer: { memberId: null, name: 'Long Gone' },
  submittedOn: civilDate('2023-03-09'),
  unitId: LOGISTICS,
  reply: { text: 'Open until ten from May.', result: 'PLANNED', on: civilDate('2023-05-01') },
  promise: { text: 'A second counter.', dueOn: civilDate('2023-09-30'), state: 'DONE' },
};
const AT = new Date('2026-06-16T02:00:00Z');
const CALL = openCall({
  id: 'call',
  organisationId: 'organisation',
  sessionId: 'earlier',
  opensAt: new Date(0),
  closesAt: AT,
  settings: {},
});
const startOf = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`);
const brought = (entry: Partial<HistoryEntry> = {}) =>
  importedMatter(
    { ...ENTRY, ...entry },
    { proposalId: 'proposal', handlingId: 'handling', commitmentId: 'commitment', leadProposerId: 'gone' },
    { call: CALL, calendar: new WorkingCalendar({}), by: 'committee', at: AT, startOf },
  );

describe('an earlier matter that is brought in', () => {
  it('is closed, with its number, its reply and its promise', () => {
    const matter = brought();
    expect(matterState(matter)).toBe('CLOSED');
    expect(matter.proposal).toMatchObject({ docketNo: '6-1-001', receiptNo: null, submittedAt: startOf(ENTRY.submittedOn), late: false });
    expect(matter.handlings).toMatchObject([{ state: 'ENDED', leadUnitId: LOGISTICS, replies: [{ round: 1, resultCategory: 'PLANNED' }] }]);
    expect(matter.commitment).toMatchObject({
      state: 'DONE',
      firstDueOn: '2023-09-30',
      steps: [{ kind: 'ACCEPTANCE', settlement: 'DONE' }],
    });
  });

  it('is closed without a reply, too', () => {
    const matter = brought({ reply: null, promise: null });
    expect(matterState(matter)).toBe('CLOSED');
    expect(matter).toMatchObject({ handlings: [], commitment: null, proposal: { isAssigned: false } });
  });

  it('owes what is still open', () => {
    expect(brought({ promise: { ...ENTRY.promise!, state: 'OPEN' } }).commitment).toMatchObject({ state: 'OPEN', steps: [] });
    const owing = (state: 'OPEN' | 'DONE') =>
      brought({ promise: { ...ENTRY.promise!, state } }).deadlines.map(({ type, matter }) => `${type} ${matter}`);
    expect(owing('OPEN')).toEqual(['DeadlineSet reply', 'DeadlineMet reply', 'DeadlineSet commitment']);
    expect(owing('DONE')).toEqual([...owing('OPEN'), 'DeadlineMet commitment']);
  });

  it('asks nobody to rate it', () => {
    expect(brought().handlings).toMatchObject([{ askedToRate: null, silence: null }]);
    expect(brought({ track: 'SUGGESTION' }).handlings).toMatchObject([{ replies: [{ feedbackDueOn: null }] }]);
  });

  it('is read by the committee and by whoever sits in a later session, and by no stranger', () => {
    expect(maySee(brought(), COMMITTEE)).toBe(true);
    expect(maySee(brought(), someone('later', { sitsLater: true }))).toBe(true);
    expect(maySee(brought(), aDelegate('seated'))).toBe(true);
    expect(maySee(brought(), someone('stranger'))).toBe(false);
  });
});
