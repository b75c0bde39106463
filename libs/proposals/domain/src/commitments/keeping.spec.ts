import { civilDate } from '@plenum/calendar';
import type { PolicyContext } from '../proposal/policy.js';
import type { Authority } from '../proposal/authority.js';
import {
  DUE_ON,
  LATER,
  PROMISED_AT,
  REPORT,
  aCommitment,
  anEnteredCommitment,
  commitmentIn,
  reported,
  settled,
} from '../testing/a-commitment.js';
import { when } from '../testing/a-proposal.js';
import { ROLES, cellsOf, sizeOf } from '../testing/roles.js';
import { COMMITMENT_TABLE, COMMITMENT_TURNS } from '../testing/state-tables.js';
import { COMMITTEE, HANDLER } from '../testing/people.js';
import { COMMITMENT_STATES, type Commitment, type CommitmentChange, assertCommitmentCurrent, isOverdue } from './commitment.js';
import {
  COMMITMENT_ACTIONS,
  type CommitmentAction,
  acceptReport,
  allowedOnCommitment,
  carryOn,
  noteProgress,
  reportSettled,
  returnReport,
} from './keeping.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });
const NOW = when(PROMISED_AT);

const TAKE: Record<CommitmentAction, (it: Commitment, by: Authority, c: PolicyContext) => CommitmentChange> = {
  note: (it, by, c) => noteProgress(it, by, { text: 'Ordered.', link: null }, c),
  report: (it, by, c) => reportSettled(it, by, { ...REPORT, settlement: 'DONE' }, c),
  accept: acceptReport,
  return: (it, by, c) => returnReport(it, by, 'Nobody saw it.', c),
  carry: (it, by, c) => carryOn(it, by, { dueOn: LATER, reason: 'The budget is of next year.' }, c),
};
const CELLS = cellsOf(COMMITMENT_STATES, COMMITMENT_ACTIONS);

describe(`the table of promises, ${sizeOf(COMMITMENT_STATES, COMMITMENT_ACTIONS)}`, () => {
  it.each(CELLS)('%s: %s by %s', (state, action, role) => {
    const commitment = commitmentIn[state]();
    const by = ROLES[role];
    const { of: turn, likewise = [], also = [] } = COMMITMENT_TURNS[action];
    const isEntitled = [turn, ...likewise, ...also].includes(role);
    const next = COMMITMENT_TABLE[state][action];
    const isAllowed = isEntitled && next !== undefined;
    expect(allowedOnCommitment(commitment, by, NOW).includes(action)).toBe(isAllowed);
    if (isAllowed) {
      const { commitment: after } = TAKE[action](commitment, by, NOW);
      expect(after).toMatchObject({ state: next, version: commitment.version + 1 });
      expect(after.steps).toHaveLength(commitment.steps.length + 1);
    } else {
      const code = isEntitled ? 'proposals.wrong-state' : expect.stringMatching(/^proposals\.not-the-(committee|handling-unit)$/);
      expect(() => TAKE[action](commitment, by, NOW)).toThrow(expect.objectContaining({ code }));
    }
  });

  it('are all of them', () => {
    expect(CELLS).toHaveLength(4 * 5 * 14);
  });
});

describe('a promise', () => {
  it('that is done is settled when the committee accepts the evidence', () => {
    const { commitment, events } = acceptReport(reported(), COMMITTEE, NOW);
    expect(commitment.steps).toMatchObject([
      { kind: 'REPORT', settlement: 'DONE', text: 'Opened on Monday.', link: REPORT.link, by: 'handler' },
      { kind: 'ACCEPTANCE', settlement: 'DONE', by: 'committee' },
    ]);
    expect(events).toEqual([
      { type: 'CommitmentSettled', settlement: 'DONE' },
      { type: 'DeadlineMet', about: { kind: 'commitment', id: 'commitment' }, matter: 'commitment', round: 1 },
    ]);
  });

  it('that could not be kept is settled with the explanation', () => {
    expect(settled('EXPLAINED').state).toBe('EXPLAINED');
  });

  it('that takes longer is owed by the later day, and stays due by the first', () => {
    const { commitment, events } = acceptReport(reported('CARRIED'), COMMITTEE, NOW);
    expect(commitment).toMatchObject({ state: 'OPEN', dueOn: LATER, firstDueOn: DUE_ON });
    expect(events).toMatchObject([
      { type: 'CommitmentCarried', dueOn: LATER, before: DUE_ON },
      { type: 'DeadlineSet', matter: 'commitment' },
    ]);
    expect(settled('DONE', commitment).state).toBe('DONE');
  });

  it('that the committee returns is owed as before, and reported again', () => {
    const { commitment, events } = returnReport(reported(), COMMITTEE, ' Nobody saw it. ', NOW);
    expect(commitment).toMatchObject({ state: 'OPEN', dueOn: DUE_ON });
    expect(events).toEqual([{ type: 'CommitmentReturned', reason: 'Nobody saw it.' }]);
    expect(reported('DONE', commitment).state).toBe('REPORTED');
    expect(() => returnReport(reported(), COMMITTEE, ' ', NOW)).toThrow(refused('proposals.reason-required'));
  });

  it('is not accepted by who reported it, on whatever committee they sit; they may return it', () => {
    const torn = { ...HANDLER, reviews: true };
    expect(() => acceptReport(reported(), torn, NOW)).toThrow(refused('proposals.own-report'));
    expect(allowedOnCommitment(reported(), torn, NOW)).toEqual(['note', 'return']);
  });

  it('is carried on with a reason, to a later day that is not past', () => {
    const carried = (dueOn: string, reason = 'Next year.', context = NOW) =>
      carryOn(aCommitment(), COMMITTEE, { dueOn: civilDate(dueOn), reason }, context).commitment;
    expect(carried('2026-10-01')).toMatchObject({ dueOn: '2026-10-01', state: 'OPEN' });
    expect(() => carried('2026-09-30')).toThrow(refused('proposals.not-a-later-day', { dueOn: DUE_ON }));
    expect(() => carried('2026-12-01', 'Late.', when(new Date('2027-01-01T02:00:00Z')))).toThrow(refused('proposals.not-a-later-day'));
    expect(() => carried('2026-10-01', ' ')).toThrow(refused('proposals.reason-required'));
    expect(() => reportSettled(aCommitment(), HANDLER, { ...REPORT, settlement: 'CARRIED' }, NOW)).toThrow(
      refused('proposals.incomplete', { fields: ['dueOn'] }),
    );
    // Until the committee looked at it, the day that was asked for went by.
    expect(() => acceptReport(reported('CARRIED'), COMMITTEE, when(new Date('2027-05-01T02:00:00Z')))).toThrow(
      refused('proposals.not-a-later-day'),
    );
  });

  it('says nothing without words', () => {
    expect(() => noteProgress(aCommitment(), HANDLER, { text: ' ', link: null }, NOW)).toThrow(refused('proposals.incomplete'));
    expect(() => reportSettled(aCommitment(), HANDLER, { ...REPORT, settlement: 'DONE', text: '' }, NOW)).toThrow(
      refused('proposals.incomplete', { fields: ['text'] }),
    );
  });

  it('is overdue from the day after its date until it is settled, reported or not', () => {
    const [lastDay, dayAfter] = [DUE_ON, civilDate('2026-10-01')];
    for (const one of [aCommitment(), reported(), anEnteredCommitment()]) {
      expect(isOverdue(one, lastDay)).toBe(false);
      expect(isOverdue(one, dayAfter)).toBe(true);
    }
    expect(isOverdue(settled('DONE'), dayAfter)).toBe(false);
    expect(isOverdue(settled('CARRIED'), dayAfter)).toBe(false);
  });

  it('is changed on the version that was read', () => {
    expect(() => assertCommitmentCurrent(reported(), 1)).toThrow(refused('proposals.outdated', { current: 2 }));
    expect(() => assertCommitmentCurrent(reported(), 2)).not.toThrow();
  });
});
