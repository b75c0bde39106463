import type { PolicyContext } from '../proposal/policy.js';
import type { Proposal } from '../proposal/proposal.js';
import { aCall, inState, when } from '../testing/a-proposal.js';
import { COMMITTEE, LEAD, SECONDERS, STRANGER } from '../testing/people.js';
import type { ReviewOutcome } from '../vocabulary/vocabulary.js';
import { answer, mayReadRequest, type OpenRequest } from './answering.js';
import { ask, askableKinds } from './asking.js';
import { RECONSIDERATION } from './reconsideration.js';
import { REQUEST_RULES } from './request-rules.js';

const notFiled = inState.NOT_FILED();
const on = (day: string): PolicyContext => ({ ...when(), at: new Date(`${day}T02:00:00Z`) });
const concerned = (proposal: Proposal) => new Map([[proposal.id, proposal]]);
const asked = (proposal = notFiled, by = LEAD, context = when(), reason: string | null = 'It was misread.') =>
  ask(RECONSIDERATION, proposal, by, { reason, wish: {}, nextId: () => 'request' }, concerned(proposal), context);
const open = (proposal = notFiled): OpenRequest => {
  const { request } = asked(proposal).requests[0]!;
  return { rule: RECONSIDERATION, request, batch: [request], concerned: concerned(proposal) };
};
const answered = (outcome: ReviewOutcome, reason: string | null = 'The rule is clear.', context = when()) =>
  answer(open(), COMMITTEE, { outcome: outcome as 'FILED', reason }, context).proposals[0]!;
const code = (codeOf: string) => expect.objectContaining({ code: codeOf });

describe('reconsideration of what was not filed', () => {
  it('is asked of the committee by the lead proposer, with a reason, and is owed within the same period', () => {
    // Ten working days from Tuesday, 10 March 2026.
    expect(asked().requests).toMatchObject([{ request: { owedBy: { who: 'committee' }, dueOn: '2026-03-24' } }]);
    expect(() => asked(notFiled, LEAD, when(), ' ')).toThrow(code('proposals.reason-required'));
    for (const by of [COMMITTEE, SECONDERS[0]!, STRANGER])
      expect(() => asked(notFiled, by)).toThrow(code('proposals.not-the-lead-proposer'));
    for (const state of ['SUBMITTED', 'RETURNED', 'FILED'] as const)
      expect(() => asked(inState[state]())).toThrow(code('proposals.wrong-state'));
  });

  it('may be asked for until the period of the call is over, its last day included', () => {
    expect(askableKinds(REQUEST_RULES, notFiled, LEAD, on('2026-03-24'))).toEqual(['reconsideration']);
    expect(askableKinds(REQUEST_RULES, notFiled, LEAD, on('2026-03-25'))).toEqual([]);
    expect(() => asked(notFiled, LEAD, on('2026-03-25'))).toThrow(
      expect.objectContaining({ code: 'proposals.reconsideration-too-late', details: { until: '2026-03-24' } }),
    );
  });

  it.each([
    ['FILED', { state: 'ACCEPTED', track: 'PROPOSAL' }],
    ['SUGGESTION', { state: 'ACCEPTED', track: 'SUGGESTION' }],
    ['NOT_FILED', { state: 'NOT_FILED', track: null }],
  ] as const)('ends in %s, a step of the review that is told as one', (outcome, fate) => {
    const { proposal, events, action } = answered(outcome);
    expect(action).toBe('reconsider-proposal');
    expect(proposal).toMatchObject(fate);
    expect(proposal.reviewSteps.at(-1)).toMatchObject({ body: 'COMMITTEE', outcome, decides: true, by: 'committee' });
    expect(events).toMatchObject([{ type: 'ProposalReviewed', body: 'COMMITTEE', outcome, reason: 'The rule is clear.' }]);
  });

  it('needs a reason to stay not filed, and offers what the call offers', () => {
    expect(() => answered('NOT_FILED', null)).toThrow(code('proposals.reason-required'));
    expect(answered('FILED', null).proposal.state).toBe('ACCEPTED');
    const strict = when(undefined, aCall({ reviewOutcomes: ['FILED', 'NOT_FILED'] }));
    expect(() => answered('SUGGESTION', null, strict)).toThrow(code('proposals.outcome-not-offered'));
  });

  it('is done once, and not where the presidium or the congress decided', () => {
    const { proposal } = answered('NOT_FILED');
    expect(() => asked(proposal)).toThrow(code('proposals.decision-final'));
    const byCongress = { ...notFiled, reviewSteps: notFiled.reviewSteps.map((step) => ({ ...step, body: 'CONGRESS' as const })) };
    expect(() => asked(byCongress)).toThrow(code('proposals.decision-final'));
  });

  it('is read by who signed the proposal', () => {
    expect(mayReadRequest(open(), SECONDERS[0]!)).toBe(true);
    expect(mayReadRequest(open(), STRANGER)).toBe(false);
  });
});
