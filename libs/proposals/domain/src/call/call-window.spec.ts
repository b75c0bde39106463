import { type DueRule } from '@plenum/calendar';
import { phaseOf } from './call-window.js';
import { closeCall, extendCall } from '../calling/moving-call.js';
import { draft } from '../filing/drafting.js';
import { DEFAULT_SETTINGS } from './default-settings.js';
import { CONTENT, IN_TIME, TOO_EARLY, TOO_LATE, aCall } from '../testing/a-proposal.js';
import { ATTENDEE, COMMITTEE, LEAD, STRANGER } from '../testing/people.js';

describe('a call', () => {
  it('has the usual rules where it states none', () => {
    expect(aCall().settings).toEqual(DEFAULT_SETTINGS);
    expect(aCall({ minSeconders: 3 }).settings).toEqual({ ...DEFAULT_SETTINGS, minSeconders: 3 });
  });

  it('runs from its opening instant until just before its closing instant', () => {
    const call = aCall();
    expect(phaseOf(call, TOO_EARLY)).toBe('before');
    expect(phaseOf(call, call.opensAt)).toBe('open');
    expect(phaseOf(call, new Date(TOO_LATE.getTime() - 1))).toBe('open');
    expect(phaseOf(call, TOO_LATE)).toBe('after');
  });

  it('is extended while it runs, under the same rules', () => {
    const call = aCall();
    const later = new Date(TOO_LATE.getTime() + 86_400_000);
    expect(extendCall(call, COMMITTEE, later, IN_TIME)).toEqual({ ...call, closesAt: later, version: 2 });
    expect(extendCall(call, COMMITTEE, later, TOO_EARLY).closesAt).toEqual(later);
    expect(() => extendCall(call, COMMITTEE, TOO_LATE, IN_TIME)).toThrow(expect.objectContaining({ code: 'proposals.not-an-extension' }));
    expect(() => extendCall(call, COMMITTEE, later, TOO_LATE)).toThrow(expect.objectContaining({ code: 'proposals.call-closed' }));
  });

  it('is closed before its time, once it has begun and once only', () => {
    const call = aCall();
    const closed = closeCall(call, COMMITTEE, IN_TIME);
    expect(closed).toEqual({ ...call, closesAt: IN_TIME, version: 2 });
    expect(phaseOf(closed, IN_TIME)).toBe('after');
    expect(() => closeCall(closed, COMMITTEE, IN_TIME)).toThrow(expect.objectContaining({ code: 'proposals.call-closed' }));
    expect(() => closeCall(call, COMMITTEE, TOO_EARLY)).toThrow(expect.objectContaining({ code: 'proposals.call-not-open' }));
    expect(() => closeCall(call, COMMITTEE, call.opensAt)).toThrow(expect.objectContaining({ code: 'proposals.call-not-open' }));
  });

  it('runs all the year where it has no end, until it is closed', () => {
    const call = aCall({}, { closesAt: null });
    const years = new Date('2036-03-01T00:00:00Z');
    expect([phaseOf(call, TOO_EARLY), phaseOf(call, call.opensAt), phaseOf(call, years)]).toEqual(['before', 'open', 'open']);
    expect(() => extendCall(call, COMMITTEE, years, IN_TIME)).toThrow(expect.objectContaining({ code: 'proposals.call-without-end' }));
    expect(extendCall(aCall(), COMMITTEE, null, IN_TIME).closesAt).toBeNull();
    expect(() => extendCall(aCall(), COMMITTEE, null, TOO_LATE)).toThrow(expect.objectContaining({ code: 'proposals.call-closed' }));
    expect(phaseOf(closeCall(call, COMMITTEE, IN_TIME), IN_TIME)).toBe('after');
  });

  it('refuses a window that ends before it begins', () => {
    expect(() => aCall({}, { closesAt: new Date('2026-03-01T16:00:00Z') })).toThrow(
      expect.objectContaining({ code: 'proposals.window-reversed' }),
    );
  });

  it.each([
    { minSeconders: -1 },
    { minSeconders: 1.5 },
    { minSeconders: 101 },
    { ladder: { rungs: [], then: null } },
    { resultCategories: [] },
  ])('refuses %j', (settings) => {
    expect(() => aCall(settings)).toThrow(
      expect.objectContaining({ code: 'proposals.setting-out-of-range', details: { setting: Object.keys(settings)[0] } }),
    );
  });

  it.each([
    [{ kind: 'date', date: '2026-09-31' }, 'calendar.no-such-date'],
    [{ kind: 'working-days', n: 0 }, 'calendar.not-a-period'],
  ] as [DueRule, string][])('refuses the due rule %j', (rule, code) => {
    expect(() => aCall({ replyDue: rule })).toThrow(expect.objectContaining({ code }));
    expect(() => aCall({ feedbackDue: rule })).toThrow(expect.objectContaining({ code }));
  });
});

describe('drafting', () => {
  const attempt = (by = LEAD, call = aCall(), at = IN_TIME) => draft({ id: 'one', content: CONTENT }, by, call, at);

  it('is refused before the window opens', () => {
    expect(() => attempt(LEAD, aCall(), TOO_EARLY)).toThrow(expect.objectContaining({ code: 'proposals.call-not-open' }));
  });

  it('is possible after it closes, unless the call takes nothing late', () => {
    expect(attempt(LEAD, aCall(), TOO_LATE).proposal.state).toBe('DRAFT');
    expect(() => attempt(LEAD, aCall({ lateHandling: 'refuse' }), TOO_LATE)).toThrow(
      expect.objectContaining({ code: 'proposals.call-closed' }),
    );
  });

  it('is for those who sit in the session, and for guests only where the call says so', () => {
    expect(() => attempt(STRANGER)).toThrow(
      expect.objectContaining({ code: 'proposals.not-a-delegate', details: { memberIds: ['stranger'] } }),
    );
    expect(attempt(ATTENDEE).proposal.leadProposerId).toBe('attendee');
    expect(() => attempt(ATTENDEE, aCall({ nonDelegateMayPropose: 'no' }))).toThrow(
      expect.objectContaining({ code: 'proposals.not-a-delegate' }),
    );
  });

  it('trims what is said and keeps no empty category', () => {
    const content = { subject: '  a ', grounds: '\n b', measures: 'c  ', category: '  ' };
    expect(draft({ id: 'one', content }, LEAD, aCall(), IN_TIME).proposal.content).toEqual({
      subject: 'a',
      grounds: 'b',
      measures: 'c',
      category: null,
      suggestedUnitId: null,
    });
  });
});
