import { civilDate } from '@plenum/calendar';
import type { ProposalSettings } from '../call/settings.js';
import { withdraw } from '../filing/submission.js';
import { assign } from '../handling/assignment.js';
import { settleDueDate } from '../handling/settling.js';
import { stopClock } from '../handling/stopping.js';
import { logContact } from '../replying/contacts.js';
import { reply } from '../replying/reply.js';
import { ANSWER, aCall, first, HANDLING_ID, inState, of, when } from '../testing/a-proposal.js';
import { COMMITTEE, HANDLER, LEAD, LOGISTICS } from '../testing/people.js';
import { matterAfter, type ProposalMatter } from './matter.js';
import type { Change } from './proposal.js';

const SAID = { id: 'contact', contactedOn: civilDate('2026-04-29'), way: 'PHONE', who: 'Mr Hu', noted: 'Agreed.' } as const;
const on = (day: string, settings: Partial<ProposalSettings> = {}) => when(new Date(`${day}T02:00:00Z`), aCall(settings));
const assigned = (settings: Partial<ProposalSettings> = {}): ProposalMatter =>
  matterAfter(
    { handlings: [] },
    assign(
      inState.FILED(),
      COMMITTEE,
      [{ handlingId: HANDLING_ID, leadUnitId: LOGISTICS, assistingUnitIds: [] }],
      on('2026-04-28', settings),
    ),
  );
const log = (matter: ProposalMatter, day = '2026-04-29') => logContact(first(matter), HANDLER, SAID, of(matter, on(day)));
const dueOf = (matter: ProposalMatter) => first(matter).handling.contactDue;
const ofContact = ({ events }: Pick<Change, 'events'>) => events.filter((event) => 'matter' in event && event.matter === 'contact');
const met = { type: 'DeadlineMet', about: { kind: 'handling', id: HANDLING_ID }, matter: 'contact', round: 1 };

describe('speaking with the proposer', () => {
  it('is owed by the lead unit from the assignment on, by the rule of the call; by none where no rule asks', () => {
    expect(dueOf(assigned())).toMatchObject({ dueOn: '2026-05-28', rule: { kind: 'working-days', n: 20 }, startedOn: '2026-04-28' });
    expect(dueOf(assigned({ contactWithin: { kind: 'working-days', n: 5 } }))?.dueOn).toBe('2026-05-08');
    const unasked = assigned({ contactWithin: null });
    expect([dueOf(unasked), ofContact(log(unasked))]).toEqual([null, []]);
  });

  it('is done with the first talk that is logged, however late; the next ones meet nothing', () => {
    const made = log(assigned(), '2026-07-01');
    expect(ofContact(made)).toEqual([met]);
    const spoken = matterAfter(assigned(), made);
    expect([dueOf(spoken), ofContact(log(spoken))]).toEqual([null, []]);
    expect(ofContact(reply(first(spoken), HANDLER, ANSWER, of(spoken, on('2026-05-06'))))).toEqual([]);
  });

  it('is waived once the reply goes out, or the proposal is withdrawn', () => {
    const matter = assigned();
    const waived = { ...met, waived: true };
    const replied = reply(first(matter), HANDLER, ANSWER, of(matter, on('2026-05-06')));
    expect([ofContact(replied), dueOf(matterAfter(matter, replied))]).toEqual([[waived], null]);
    const gone = withdraw(matter.proposal, LEAD, 'Solved.', of(matter, on('2026-05-06', { withdrawUntil: 'reply' })));
    expect([ofContact(gone), dueOf(matterAfter(matter, gone))]).toEqual([[waived], null]);
  });

  it('is settled like any day that rested on holidays not announced, but not while it stands', () => {
    const matter = assigned();
    const { handling } = first(matter);
    const before = { ...handling, contactDue: { ...handling.contactDue!, dueOn: civilDate('2026-05-20'), provisional: true } };
    const provisional = { ...matter, handlings: [before] };
    const made = settleDueDate(first(provisional), of(provisional, on('2026-05-01')))!;
    expect(made.events).toMatchObject([{ type: 'DeadlineSet', matter: 'contact', dueOn: '2026-05-28', provisional: false }]);
    const settled = matterAfter(provisional, made);
    expect(settleDueDate(first(settled), of(settled, on('2026-05-02')))).toBeNull();
    const standing = { ...matter, handlings: [{ ...before, ...stopClock(before, on('2026-05-01')).parts }] };
    expect(settleDueDate(first(standing), of(standing, on('2026-05-02')))).toBeNull();
  });
});
