import { setUpTerm } from '../terms/term.js';
import { closeSession, openSession, setUpSession } from './session.js';

const TERM = setUpTerm({ id: 't7', organisationId: 'o1', termNo: 7, kind: 'STAFF_CONGRESS', from: '2026-09-01', to: '2029-08-31' }, []);
const SECOND = {
  id: 's2',
  organisationId: 'o1',
  sessionNo: 2,
  title: '七届二次教代会',
  opensAt: new Date('2027-03-20T00:30:00Z'),
  closesAt: new Date('2027-03-21T09:00:00Z'),
  quorum: { num: 2, den: 3, inclusive: true },
};
const AT = new Date('2027-03-20T00:31:00Z');
const refusal = (code: string) => expect.objectContaining({ code });

describe('a session', () => {
  it('is set up, opened and closed, and each is news', () => {
    const setUp = setUpSession(SECOND, TERM);
    const opened = openSession(setUp.state, AT, 57);
    const closed = closeSession(opened.state, AT);
    expect(closed.state).toMatchObject({ state: 'CLOSED', termNo: 7, openedAt: AT, closedAt: AT });
    const events = [setUp, opened, closed].flatMap((change) => change.events);
    expect(events.map(({ type }) => type)).toEqual(['SessionSetUp', 'SessionOpened', 'SessionClosed']);
  });

  it('goes one way only', () => {
    const { state: prepared } = setUpSession(SECOND, TERM);
    expect(() => closeSession(prepared, AT)).toThrow(refusal('congress.session-state'));
    const { state: open } = openSession(prepared, AT, 57);
    expect(() => openSession(open, AT, 57)).toThrow(refusal('congress.session-state'));
    const { state: closed } = closeSession(open, AT);
    expect(() => closeSession(closed, AT)).toThrow(refusal('congress.session-state'));
    expect(() => openSession(closed, AT, 57)).toThrow(refusal('congress.session-state'));
    expect([prepared.state, open.state, closed.state]).toEqual(['SET_UP', 'OPEN', 'CLOSED']);
  });

  it('is not opened for nobody', () => {
    expect(() => openSession(setUpSession(SECOND, TERM).state, AT, 0)).toThrow(refusal('congress.no-delegates'));
  });

  it('ends after it begins', () => {
    expect(() => setUpSession({ ...SECOND, closesAt: SECOND.opensAt }, TERM)).toThrow(refusal('congress.session-times'));
  });

  it('lies in its term by the days of the place: 24:00 in Shanghai is 16:00 UTC', () => {
    const [first, last] = [new Date('2026-08-31T16:00:00Z'), new Date('2029-08-31T15:59:59Z')];
    expect(setUpSession({ ...SECOND, opensAt: first, closesAt: last }, TERM).state.opensAt).toEqual(first);
    const early = { ...SECOND, opensAt: new Date(first.getTime() - 1), closesAt: last };
    const late = { ...SECOND, opensAt: first, closesAt: new Date('2029-08-31T16:00:00Z') };
    for (const given of [early, late]) expect(() => setUpSession(given, TERM)).toThrow(refusal('congress.session-outside-term'));
  });

  it.each([
    { num: 0, den: 3, inclusive: true },
    { num: 4, den: 3, inclusive: true },
    { num: 2, den: 0, inclusive: true },
    { num: 0.5, den: 1, inclusive: true },
    { num: 1, den: 1001, inclusive: true },
    { num: Number.NaN, den: 3, inclusive: true },
  ])('has no quorum of %j', (quorum) =>
    expect(() => setUpSession({ ...SECOND, quorum }, TERM)).toThrow(refusal('congress.quorum-fraction')),
  );

  it('names its malformed fields', () => {
    expect(() => setUpSession({ ...SECOND, title: ' ', sessionNo: 0 }, TERM)).toThrow(
      expect.objectContaining({
        faults: [
          { field: 'title', reason: 'required' },
          { field: 'sessionNo', reason: 'range' },
        ],
      }),
    );
  });

  it('is opened while papers are late only for a reason, which is told with it', () => {
    const prepared = setUpSession(SECOND, TERM).state;
    const late = { titles: ['绩效工资分配方案'], reason: null };
    expect(() => openSession(prepared, AT, 57, late)).toThrow(refusal('congress.papers-late'));
    expect(() => openSession(prepared, AT, 57, { ...late, reason: ' ' })).toThrow(refusal('congress.papers-late'));
    expect(() => openSession(prepared, AT, 57, { ...late, reason: '甲'.repeat(501) })).toThrow(
      expect.objectContaining({ faults: [{ field: 'latePapersReason', reason: 'too-long' }] }),
    );
    expect(openSession(prepared, AT, 57, { ...late, reason: ' 上级文件晚到 ' }).events).toEqual([
      { type: 'SessionOpened', at: AT, late: { titles: ['绩效工资分配方案'], reason: '上级文件晚到' } },
    ]);
    expect(openSession(prepared, AT, 57, { titles: [], reason: '无' }).events).toEqual([{ type: 'SessionOpened', at: AT, late: null }]);
  });
});
