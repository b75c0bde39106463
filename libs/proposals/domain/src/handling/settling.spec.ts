import { type CivilDate, WorkingCalendar, civilDate } from '@plenum/calendar';
import { assign } from './assignment.js';
import { type ProposalMatter, matterAfter } from '../proposal/matter.js';
import { reply } from '../replying/reply.js';
import { rate } from '../feedback/rating.js';
import { settleDueDate } from './settling.js';
import { resumeClock, stopClock } from './stopping.js';
import { speakingHandling } from '../proposal/matter.js';
import { isPast } from '../proposal/reply-period.js';
import { EXTENSION, extendableUntil } from '../requests/extension.js';
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

describe('a reply that is due before the next session', () => {
  const SESSION = aCall({ replyDue: { kind: 'before-session', days: 14 }, contactWithin: null });
  const on = (day: string, ...sessions: readonly string[]) => ({
    ...when(new Date(`${day}T02:00:00Z`), SESSION),
    laterSessions: sessions.map(civilDate),
  });
  const routed = (context: ReturnType<typeof on>, dueOn?: CivilDate) =>
    matterAfter(unassigned, assign(inState.FILED(), COMMITTEE, [{ ...routing, ...(dueOn && { dueOn }) }], context));
  const undated = routed(on('2026-04-28'));

  it('has no day until that is set up: it is owed, never late, and told without a day', () => {
    const made = assign(inState.FILED(), COMMITTEE, [routing], on('2026-04-28'));
    expect(made.events).toMatchObject([
      { type: 'ProposalAssigned', dueOn: null },
      { type: 'DeadlineAwaited', matter: 'reply', round: 1, owedBy: { unitId: LOGISTICS }, dueOn: null },
    ]);
    expect([isPast(dueOf(undated)!, civilDate('2099-01-01')), settle(undated, on('2026-05-01'))]).toEqual([false, null]);
    const late = { ...on('2030-01-01'), call: aCall({ replyDue: SESSION.settings.replyDue, lateReply: 'refuse' }) };
    const answered = matterAfter(undated, reply(first(undated), HANDLER, ANSWER, of(undated, late)));
    expect(answered.handlings[0]?.replies[0]?.overdue).toBe(false);
    expect(speakingHandling([{ ...first(undated).handling, id: 'undated' }, first(matterIn.ASSIGNED()).handling])?.id).toBe(HANDLING_ID);
  });

  it('has its day once that is set up, told once, and another where it opens on another day', () => {
    const made = settle(undated, on('2026-10-01', '2027-03-20'))!;
    expect(made.events).toMatchObject([
      { type: 'DueDateFixed', handlingId: HANDLING_ID, round: 1, dueOn: '2027-03-06', before: null },
      { type: 'DeadlineSet', matter: 'reply', dueOn: '2027-03-06', provisional: false },
    ]);
    const fixed = matterAfter(undated, made);
    expect(settle(fixed, on('2026-10-02', '2027-03-20'))).toBeNull();
    const moved = settle(fixed, on('2026-11-01', '2027-04-20'))!;
    expect(moved.events[0]).toMatchObject({ type: 'DueDateFixed', dueOn: '2027-04-06', before: '2027-03-06' });
    expect(settle(matterAfter(fixed, moved), on('2026-11-02', '2027-04-20', '2028-04-20'))).toBeNull();
  });

  it('has it at once where that is set up already, and keeps one that the committee set', () => {
    expect(dueOf(routed(on('2026-04-28', '2026-04-01', '2027-03-20')))).toMatchObject({ dueOn: '2027-03-06', provisional: false });
    const set = routed(on('2026-04-28'), civilDate('2026-06-20'));
    expect([dueOf(set)?.dueOn, settle(set, on('2026-10-01', '2027-03-20'))]).toEqual(['2026-06-20', null]);
    expect(() => routed(on('2027-03-10', '2027-03-20'))).toThrow(expect.objectContaining({ code: 'proposals.due-in-the-past' }));
  });

  it('is not overdue at once where the session is set up at short notice', () => {
    const made = settle(undated, on('2027-03-10', '2027-03-20'))!;
    expect(made.events[0]).toMatchObject({ dueOn: '2027-03-10' });
    expect(settle(matterAfter(undated, made), on('2027-03-11', '2027-03-20'))).toBeNull();
  });

  it('may stand, with or without its day, which does not move for that', () => {
    const standing = stopClock(first(undated).handling, on('2026-05-01'));
    expect(standing.events).toMatchObject([{ type: 'DeadlineAwaited', stops: [{ from: '2026-05-01', until: null }] }]);
    const stopped = { ...undated, handlings: [{ ...first(undated).handling, ...standing.parts }] };
    const made = settle(stopped, on('2026-10-01', '2027-03-20'))!;
    expect(made.events.map(({ type }) => type)).toEqual(['DueDateFixed', 'DeadlineStopped']);
    const [fixed] = matterAfter(stopped, made).handlings;
    const again = resumeClock(fixed!, civilDate('2026-10-05'), on('2026-10-05', '2027-03-20'));
    expect(again.events.map(({ type }) => type)).toEqual(['DeadlineResumed']);
    expect(again.parts.due).toMatchObject({ dueOn: '2027-03-06', stops: [{ from: '2026-05-01', until: '2026-10-05' }] });
  });

  it('cannot be put off while it has no day, and stays where it was put off to', () => {
    const asked = { ...first(undated), siblings: [] };
    const context = of(undated, on('2026-05-01'));
    expect(EXTENSION.precondition?.(asked, HANDLER, context)).toMatchObject({ code: 'proposals.due-date-unknown' });
    expect(extendableUntil(first(undated).handling, context)).toBeNull();
    const due = {
      ...dueOf(routed(on('2026-04-28', '2026-09-20')))!,
      extendedFrom: civilDate('2026-09-06'),
      dueOn: civilDate('2026-10-06'),
    };
    const granted = { ...undated, handlings: [{ ...first(undated).handling, due }] };
    expect(settle(granted, on('2026-05-01', '2026-11-20'))).toBeNull();
  });
});
