import { WorkingCalendar, civilDate } from '@plenum/calendar';
import { assign } from './assignment.js';
import { type ProposalMatter, matterAfter } from '../proposal/matter.js';
import { reply } from '../replying/reply.js';
import { rate } from '../feedback/rating.js';
import { settleDueDate } from './settling.js';
import { ANSWER, HANDLING_ID, UNFAIR, aCall, first, inState, matterIn, of, when } from '../testing/a-proposal.js';
import { COMMITTEE, HANDLER, LEAD, LOGISTICS } from '../testing/people.js';

/** As it was counted while the year was not announced: a day that the notice then moved. */
const provisional = ({ proposal, handlings }: ProposalMatter): ProposalMatter => ({
  proposal,
  handlings: handlings.map((one) => ({ ...one, due: { ...one.due, dueOn: civilDate('2026-05-06'), provisional: true } })),
});
const fiveDays = when(
  new Date('2026-04-29T02:00:00Z'),
  aCall({ replyDue: { kind: 'working-days', n: 5 }, rehandleDue: { kind: 'working-days', n: 5 } }),
  new WorkingCalendar(),
);
const routing = { handlingId: HANDLING_ID, leadUnitId: LOGISTICS, assistingUnitIds: [] };
const unassigned = { handlings: [] };
const assigned = matterAfter(unassigned, assign(inState.FILED(), COMMITTEE, [routing], fiveDays));
const settle = (matter: ProposalMatter, context = fiveDays) => settleDueDate(first(matter), of(matter, context));
const dueOf = ({ handlings: [one] }: ProposalMatter) => one?.due;

describe('a provisional due date', () => {
  it('is counted anew from the day of assignment once the holidays are announced, told, and final', () => {
    const made = settle(provisional(assigned))!;
    const settled = matterAfter(assigned, made);
    expect(dueOf(settled)).toMatchObject({ dueOn: dueOf(assigned)?.dueOn, provisional: false });
    expect(made.events).toMatchObject([
      { type: 'DueDateSettled', handlingId: HANDLING_ID, round: 1, dueOn: dueOf(assigned)?.dueOn, before: '2026-05-06' },
      { type: 'DeadlineSet', matter: 'reply', round: 1, owedBy: { unitId: LOGISTICS } },
    ]);
    expect(settle(settled)).toBeNull();
  });

  it('of a later round is counted from the day of the rating', () => {
    const working = matterIn.IN_PROGRESS();
    const replied = matterAfter(working, reply(first(working), HANDLER, ANSWER, of(working, fiveDays)));
    const again = matterAfter(replied, rate(first(replied), LEAD, UNFAIR, [], of(replied, fiveDays)));
    const made = settle(provisional(again))!;
    expect(dueOf(matterAfter(again, made))?.dueOn).toBe(dueOf(again)?.dueOn);
    expect(made.events).toMatchObject([{ type: 'DueDateSettled', round: 2 }, { round: 2 }]);
  });

  it('stays as it is while the year is not announced, and where nothing is owed any more', () => {
    const far = when(new Date('2038-11-30T02:00:00Z'));
    const waiting = matterAfter(unassigned, assign(inState.FILED(), COMMITTEE, [routing], far));
    expect(dueOf(waiting)?.provisional).toBe(true);
    expect(settle(waiting, far)).toBeNull();
    expect(settle(provisional(matterIn.REPLIED()))).toBeNull();
    expect(settle(matterIn.ASSIGNED())).toBeNull();
  });
});
