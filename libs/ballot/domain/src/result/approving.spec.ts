import { civilDate } from '@plenum/calendar';
import { CALENDAR, DELEGATE, ELECTION_RULES, NOON, ORGANISER } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { APPROVAL, declared, unanimousElection, signedPlan } from '../testing/results.js';
import { approve, reject } from './approving.js';
import { publish } from './declaring.js';

const LATER = new Date('2026-03-20T04:00:00.000Z');
const DOCUMENT = { reference: '总工发〔2026〕12号', documentOn: civilDate('2026-03-18') };
const REJECTION = { ...DOCUMENT, reason: 'A candidate was not eligible.' };
const asked = declared(unanimousElection({ ...ELECTION_RULES, procedure: { approval: APPROVAL } }));

describe('the answer of the higher body', () => {
  it('makes the result effective, also when it is late', () => {
    const { ballot, events } = approve(asked, ORGANISER, DOCUMENT, CALENDAR, LATER);
    expect(ballot).toMatchObject({
      state: 'APPROVED',
      approval: { dueOn: '2026-03-17', answer: { approved: true, ...DOCUMENT, reason: null, by: 'organiser', at: LATER } },
    });
    expect(events).toEqual([
      { type: 'ResultApproved', reference: DOCUMENT.reference },
      { type: 'DeadlineMet', matter: 'approval' },
      { type: 'OfficersElected', elected: [{ memberId: 'm1', name: 'Choice c1' }], post: 'The plan', office: null },
    ]);
    expect(publish(ballot, ORGANISER, CALENDAR, LATER).ballot.state).toBe('PUBLISHED');
  });

  it('or keeps it from ever taking effect, with the reason', () => {
    const { ballot, events } = reject(asked, ORGANISER, REJECTION, CALENDAR, LATER);
    expect(ballot).toMatchObject({
      state: 'REJECTED',
      tally: asked.tally,
      approval: { answer: { approved: false, reason: REJECTION.reason } },
    });
    expect(events).toEqual([
      { type: 'ResultRejected', reference: REJECTION.reference, reason: REJECTION.reason },
      { type: 'DeadlineMet', matter: 'approval' },
    ]);
    expect(refusalOf(() => publish(ballot, ORGANISER, CALENDAR, LATER)).code).toBe('ballot.wrong-state');
  });

  it.each([
    ['approve', (ballot: typeof asked, by = ORGANISER) => approve(ballot, by, DOCUMENT, CALENDAR, LATER)],
    ['reject', (ballot: typeof asked, by = ORGANISER) => reject(ballot, by, REJECTION, CALENDAR, LATER)],
  ] as const)('is recorded once, by an organiser, where it was asked: %s', (_, record) => {
    expect(refusalOf(() => record(asked, DELEGATE)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => record(declared(signedPlan()))).code).toBe('ballot.approval-not-asked');
    expect(refusalOf(() => record(signedPlan({ approval: APPROVAL }))).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => record(record(asked).ballot)).code).toBe('ballot.wrong-state');
  });

  it.each(['2026-03-01', '2026-03-21'])('is of a day between the declaration and today, not of %s', (day) => {
    expect(refusalOf(() => approve(asked, ORGANISER, { ...DOCUMENT, documentOn: civilDate(day) }, CALENDAR, LATER))).toEqual({
      code: 'ballot.document-date',
      details: { from: '2026-03-02', to: '2026-03-20' },
    });
    expect(approve(asked, ORGANISER, { ...DOCUMENT, documentOn: CALENDAR.dayOf(NOON) }, CALENDAR, NOON).ballot.state).toBe('APPROVED');
  });
});
