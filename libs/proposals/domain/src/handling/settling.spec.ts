import { WorkingCalendar, civilDate } from '@plenum/calendar';
import { assign } from './assignment.js';
import type { Proposal } from '../proposal/proposal.js';
import { rate } from '../feedback/rating.js';
import { settleDueDate } from './settling.js';
import { aCall, inState, when } from '../testing/a-proposal.js';
import { COMMITTEE, LEAD, LOGISTICS } from '../testing/people.js';

/** As it was counted while the year was not announced: a day that the notice then moved. */
const provisional = (proposal: Proposal): Proposal => ({
  ...proposal,
  assignment: { ...proposal.assignment!, dueOn: civilDate('2026-05-06'), dueProvisional: true },
});
const fiveDays = when(
  new Date('2026-04-29T02:00:00Z'),
  aCall({ replyDue: { kind: 'working-days', n: 5 }, rehandleDue: { kind: 'working-days', n: 5 } }),
  new WorkingCalendar(),
);
const assigned = assign(inState.FILED(), COMMITTEE, { leadUnitId: LOGISTICS, assistingUnitIds: [] }, fiveDays).proposal;

describe('a provisional due date', () => {
  it('is counted anew from the day of assignment once the holidays are announced, told, and final', () => {
    const { proposal, events } = settleDueDate(provisional(assigned), fiveDays)!;
    expect(proposal.assignment).toMatchObject({ dueOn: assigned.assignment?.dueOn, dueProvisional: false });
    expect(events).toMatchObject([
      { type: 'DueDateSettled', round: 1, dueOn: assigned.assignment?.dueOn, before: '2026-05-06' },
      { type: 'DeadlineSet', matter: 'reply', round: 1, owedBy: { unitId: LOGISTICS } },
    ]);
    expect(settleDueDate(proposal, fiveDays)).toBeNull();
  });

  it('of a later round is counted from the day of the rating', () => {
    const judged = { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: null } as const;
    const again = rate(inState.REPLIED(), LEAD, judged, fiveDays).proposal;
    const settled = settleDueDate(provisional(again), fiveDays)!;
    expect(settled.proposal.assignment?.dueOn).toBe(again.assignment?.dueOn);
    expect(settled.events).toMatchObject([{ type: 'DueDateSettled', round: 2 }, { round: 2 }]);
  });

  it('stays as it is while the year is not announced, and where nothing is owed any more', () => {
    const far = when(new Date('2038-11-30T02:00:00Z'));
    const waiting = assign(inState.FILED(), COMMITTEE, { leadUnitId: LOGISTICS, assistingUnitIds: [] }, far).proposal;
    expect(waiting.assignment?.dueProvisional).toBe(true);
    expect(settleDueDate(waiting, far)).toBeNull();
    expect(settleDueDate(provisional(inState.REPLIED()), fiveDays)).toBeNull();
    expect(settleDueDate(inState.ASSIGNED(), fiveDays)).toBeNull();
    expect(settleDueDate(inState.FILED(), fiveDays)).toBeNull();
  });
});
