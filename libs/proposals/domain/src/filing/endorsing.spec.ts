import { civilDate } from '@plenum/calendar';
import { allowedActions } from '../allowed-actions.js';
import type { PolicyContext } from '../proposal/policy.js';
import { IN_TIME, TOO_LATE, aCall, aDelegation, aProposal, endorsed, when } from '../testing/a-proposal.js';
import { COMMITTEE, HEAD, LEAD, SECONDERS, someone } from '../testing/people.js';
import { endorse, settleEndorsement } from './endorsing.js';
import { submit, withdraw } from './submission.js';
import { takeLead } from './lead.js';

const seconded = (context: PolicyContext = endorsed()) => aProposal(context).secondedBy(...SECONDERS);
const asked = (context: PolicyContext = endorsed()) => seconded(context).then((it, c) => submit(it, LEAD, c));
const later = (at: string | Date): PolicyContext => ({ ...endorsed(), at: new Date(at) });
const ENDORSED = { outcome: 'ENDORSED', reason: null } as const;
const BACK = { outcome: 'RETURNED', reason: 'Say what it costs.' } as const;

describe('a proposal that goes through the head of the delegation', () => {
  it('waits for the head until the day that the call says, and is not handed in before', () => {
    const change = asked();
    // 10 March 2026 is a Tuesday: three working days end on Friday.
    expect(change.proposal()).toMatchObject({
      state: 'ENDORSING',
      submittedAt: null,
      endorsement: { delegationId: 'delegation', round: 1, firstAskedAt: IN_TIME, dueOn: '2026-03-13', outcome: null },
    });
    expect(change.events()).toMatchObject([
      { type: 'EndorsementAsked', headId: 'head', dueOn: '2026-03-13' },
      { type: 'DeadlineSet', about: { kind: 'proposal' }, matter: 'endorsement', round: 1, owedBy: { memberIds: ['head'] } },
    ]);
  });

  it('is handed in as the head endorses it', () => {
    const { proposal, events } = endorse(asked().proposal(), HEAD, ENDORSED, later('2026-03-12T02:00:00Z'));
    expect(proposal).toMatchObject({ state: 'SUBMITTED', submittedAt: new Date('2026-03-12T02:00:00Z'), late: false });
    expect(proposal.endorsement).toMatchObject({ outcome: 'ENDORSED', by: 'head' });
    expect(events.map(({ type }) => type)).toEqual(['EndorsementSettled', 'DeadlineMet', 'ProposalSubmitted']);
  });

  it('stays in time however long the head takes', () => {
    expect(endorse(asked().proposal(), HEAD, ENDORSED, later(TOO_LATE)).proposal).toMatchObject({ state: 'SUBMITTED', late: false });
  });

  it('goes back with a reason, and is asked for once more, in time still after the window', () => {
    const { proposal } = endorse(asked().proposal(), HEAD, BACK, later('2026-03-12T02:00:00Z'));
    expect(proposal).toMatchObject({ state: 'RETURNED', submittedAt: null, endorsement: { outcome: 'RETURNED', reason: BACK.reason } });
    const again = submit(proposal, LEAD, later(TOO_LATE));
    expect(again.proposal).toMatchObject({ state: 'ENDORSING', endorsement: { round: 2, firstAskedAt: IN_TIME, dueOn: '2026-04-03' } });
    expect(endorse(again.proposal, HEAD, ENDORSED, later(TOO_LATE)).proposal).toMatchObject({ state: 'SUBMITTED', late: false });
  });

  it('goes on without a word of the head once the day is over, and not before', () => {
    const waiting = asked().proposal();
    expect(settleEndorsement(waiting, later('2026-03-13T15:59:59Z'))).toBeNull();
    const made = settleEndorsement(waiting, later('2026-03-13T16:00:00Z'))!;
    expect(made.proposal).toMatchObject({ state: 'SUBMITTED', endorsement: { outcome: 'LAPSED', by: null } });
    expect(made.events).toMatchObject([
      { type: 'EndorsementSettled', outcome: 'LAPSED' },
      { type: 'DeadlineMet', matter: 'endorsement', waived: true },
      { type: 'ProposalSubmitted' },
    ]);
    expect(settleEndorsement(made.proposal, later(TOO_LATE))).toBeNull();
  });

  it('is nobody else’s to endorse, nor twice, and goes back only with a reason', () => {
    const waiting = asked().proposal();
    const refused = { message: 'proposals.not-the-head-of-delegation' };
    for (const by of [LEAD, COMMITTEE, someone('other-head', { heads: ['other'] })])
      expect(() => endorse(waiting, by, ENDORSED, endorsed())).toThrow(expect.objectContaining({ code: refused.message }));
    expect(() => endorse(waiting, HEAD, { outcome: 'RETURNED', reason: ' ' }, endorsed())).toThrow(
      expect.objectContaining({ code: 'proposals.reason-required' }),
    );
    const handedIn = endorse(waiting, HEAD, ENDORSED, endorsed()).proposal;
    expect(() => endorse(handedIn, HEAD, BACK, endorsed())).toThrow(expect.objectContaining({ code: 'proposals.wrong-state' }));
  });

  it('is endorsed by whoever heads the delegation by then', () => {
    const successor = someone('new-head', { heads: ['delegation'] });
    expect(allowedActions(asked().proposal(), successor, endorsed())).toEqual(['endorse']);
    expect(allowedActions(asked().proposal(), { ...HEAD, heads: [] }, endorsed())).toEqual([]);
  });

  it('may be withdrawn without a reason, and then the head owes nothing', () => {
    const { proposal, events } = withdraw(asked().proposal(), LEAD, '', endorsed());
    expect(proposal.state).toBe('WITHDRAWN');
    expect(events).toMatchObject([
      { type: 'DeadlineMet', matter: 'endorsement', waived: true },
      { type: 'ProposalWithdrawn', wasSubmitted: false },
    ]);
  });

  it('keeps waiting when somebody takes the place of a lead who has left', () => {
    const successor = { ...SECONDERS[0]!, gone: ['lead'] };
    expect(takeLead(asked().proposal(), successor, endorsed()).proposal).toMatchObject({ state: 'ENDORSING', leadProposerId: 'ding' });
  });
});

describe('a proposal that goes to the committee at once', () => {
  const straight = (context: PolicyContext) => submit(seconded(context).proposal(), LEAD, context).proposal;

  it.each([
    ['the proposer heads the delegation', aDelegation({ headMemberId: 'lead' })],
    ['the delegation has no head', aDelegation({ headMemberId: null })],
    ['the proposer is of no delegation', null],
  ])('where %s', (_, delegation) => {
    expect(straight(endorsed(when(), delegation))).toMatchObject({ state: 'SUBMITTED', endorsement: null });
  });

  it('where the call has no such review', () => {
    expect(straight({ ...when(), delegation: aDelegation() }).state).toBe('SUBMITTED');
  });

  it('as a suggestion, when it comes late', () => {
    expect(submit(seconded().proposal(), LEAD, later(TOO_LATE)).proposal).toMatchObject({ state: 'ACCEPTED', track: 'SUGGESTION' });
  });

  it('where the committee returned it', () => {
    const { proposal } = endorse(asked().proposal(), HEAD, ENDORSED, endorsed());
    expect(submit({ ...proposal, state: 'RETURNED' }, LEAD, endorsed()).proposal.state).toBe('SUBMITTED');
  });

  it('counts the head’s time as the call says', () => {
    const context = endorsed(when(IN_TIME, aCall({ endorsementWithin: { kind: 'days', n: 10 } })));
    expect(submit(seconded(context).proposal(), LEAD, context).proposal.endorsement?.dueOn).toBe(civilDate('2026-03-20'));
  });
});
