import { POLICIES, allowedActions } from './allowed-actions.js';
import { acknowledge, assign } from './handling/assignment.js';
import { close } from './feedback/closing.js';
import { assertDiscardable, revise } from './filing/drafting.js';
import { undoMerge } from './merging/undoing.js';
import { takeLead } from './filing/lead.js';
import type { Change, Proposal } from './proposal/proposal.js';
import { rate } from './feedback/rating.js';
import { reply } from './handling/reply.js';
import { decide } from './review/presidium.js';
import { review } from './review/review.js';
import { ACTIONS, type Action, type PolicyContext } from './proposal/policy.js';
import { cancelInvitation, decline, invite, second } from './filing/seconding.js';
import type { Authority } from './proposal/authority.js';
import { submit, withdraw } from './filing/submission.js';
import { ANSWER, aCall, aProposal, inState, when } from './testing/a-proposal.js';
import { ASSISTANT, ATTENDEE, COMMITTEE, HANDLER, LEAD, LOGISTICS, PRESIDIUM, SECONDERS, STRANGER, aDelegate } from './testing/people.js';
import { PROPOSAL_STATES, type ProposalState } from './vocabulary/vocabulary.js';

const VOLUNTEER = aDelegate('volunteer');
const INVITED = aDelegate('invited');
const [SIGNER] = SECONDERS as [Authority, ...Authority[]];

/** Who takes the action, and how, when nothing but the state is in question. */
const STEPS: Record<Action, { by: Authority; take: (proposal: Proposal, by: Authority, c: PolicyContext) => Change }> = {
  revise: { by: LEAD, take: (it, by, c) => revise(it, by, { subject: 'Another' }, c) },
  invite: { by: LEAD, take: (it, by, c) => invite(it, by, [VOLUNTEER], c) },
  'cancel-invitation': { by: LEAD, take: (it, by, c) => cancelInvitation(it, by, INVITED.memberId, c) },
  second: { by: VOLUNTEER, take: second },
  decline: { by: SIGNER, take: decline },
  submit: { by: LEAD, take: submit },
  withdraw: { by: LEAD, take: (it, by, c) => withdraw(it, by, 'No longer needed.', c) },
  discard: {
    by: LEAD,
    take: (it, by, c) => {
      assertDiscardable(it, by, c);
      return { proposal: { ...it, version: it.version + 1 }, events: [] };
    },
  },
  review: { by: COMMITTEE, take: (it, by, c) => review(it, by, { outcome: 'FILED', reason: null }, c) },
  decide: { by: PRESIDIUM, take: (it, by, c) => decide(it, by, { outcome: 'FILED', reason: null }, c) },
  assign: { by: COMMITTEE, take: (it, by, c) => assign(it, by, { leadUnitId: LOGISTICS, assistingUnitIds: [] }, c) },
  acknowledge: { by: HANDLER, take: acknowledge },
  reply: { by: HANDLER, take: (it, by, c) => reply(it, by, ANSWER, c) },
  rate: { by: LEAD, take: (it, by, c) => rate(it, by, { attitude: 'SATISFIED', result: 'BASICALLY', comment: null }, c) },
  close: { by: COMMITTEE, take: (it, by, c) => close(it, by, { outcome: null, reason: null }, c) },
  'take-lead': { by: { ...SIGNER, gone: [LEAD.memberId] }, take: takeLead },
  'undo-merge': { by: COMMITTEE, take: (it, by, c) => undoMerge(it, [], by, 'Two matters after all.', c)[0]! },
};

/** What may be done in each state by the one whose turn it is, under the default call, and the state it leads to. */
const TABLE: Record<ProposalState, Partial<Record<Action, ProposalState>>> = {
  DRAFT: { revise: 'DRAFT', invite: 'SECONDING', withdraw: 'WITHDRAWN', discard: 'DRAFT' },
  SECONDING: {
    revise: 'SECONDING',
    invite: 'SECONDING',
    'cancel-invitation': 'SECONDING',
    second: 'SECONDING',
    decline: 'SECONDING',
    submit: 'SUBMITTED',
    withdraw: 'WITHDRAWN',
    'take-lead': 'SECONDING',
  },
  SUBMITTED: { withdraw: 'WITHDRAWN', review: 'FILED', 'take-lead': 'SUBMITTED', 'undo-merge': 'SUBMITTED' },
  RETURNED: {
    revise: 'RETURNED',
    invite: 'RETURNED',
    'cancel-invitation': 'RETURNED',
    second: 'RETURNED',
    decline: 'RETURNED',
    submit: 'SUBMITTED',
    withdraw: 'WITHDRAWN',
    'take-lead': 'RETURNED',
    'undo-merge': 'RETURNED',
  },
  PRESIDIUM: { decide: 'FILED', withdraw: 'WITHDRAWN', 'take-lead': 'PRESIDIUM', 'undo-merge': 'PRESIDIUM' },
  MERGED: {},
  NOT_FILED: {},
  WITHDRAWN: {},
  FILED: { withdraw: 'WITHDRAWN', assign: 'ASSIGNED', 'take-lead': 'FILED', 'undo-merge': 'FILED' },
  SUGGESTION: { withdraw: 'WITHDRAWN', assign: 'ASSIGNED', 'take-lead': 'SUGGESTION', 'undo-merge': 'SUGGESTION' },
  ASSIGNED: { acknowledge: 'IN_PROGRESS', reply: 'REPLIED', 'take-lead': 'ASSIGNED' },
  IN_PROGRESS: { reply: 'REPLIED', 'take-lead': 'IN_PROGRESS' },
  REPLIED: { rate: 'RATED', 'take-lead': 'REPLIED' },
  RATED: { close: 'CLOSED', 'take-lead': 'RATED' },
  CLOSED: {},
};

const MERGED = { proposalId: 'child', authorIds: ['other-lead'], seconderIds: [] };

/** The proposal in its state, with one more who is invited and has not answered; where that is in question, with another merged into it. */
const withInvited = (state: ProposalState, action?: Action): Proposal => {
  const proposal = inState[state]();
  const signatures = [...proposal.signatures, { memberId: INVITED.memberId, state: 'INVITED' as const, at: proposal.createdAt }];
  return { ...proposal, signatures, merged: action === 'undo-merge' ? [MERGED] : [] };
};

const PAIRS = PROPOSAL_STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const));
const SPECIAL: Record<string, string> = {
  'DRAFT submit': 'proposals.too-few-seconders',
  'REPLIED close': 'proposals.feedback-pending',
  // Whose signature it is decides first: a draft that was never opened has none.
  'DRAFT decline': 'proposals.not-a-signer',
  'DRAFT take-lead': 'proposals.not-a-successor',
};

describe('every action in every state', () => {
  it.each(PAIRS)('%s: %s', (state, action) => {
    const proposal = state === 'DRAFT' ? inState.DRAFT() : withInvited(state, action);
    const { by, take } = STEPS[action];
    const next = TABLE[state][action];
    if (next) {
      const { proposal: after } = take(proposal, by, when());
      expect(after.state).toBe(next);
      expect(after.version).toBe(proposal.version + 1);
    } else {
      const code = SPECIAL[`${state} ${action}`] ?? 'proposals.wrong-state';
      expect(() => take(proposal, by, when())).toThrow(expect.objectContaining({ code }));
    }
    expect(allowedActions(proposal, by, when()).includes(action)).toBe(next !== undefined);
  });

  it('leads to every state there is', () => {
    const reached = new Set<string>([
      'DRAFT',
      'RETURNED',
      'PRESIDIUM',
      'MERGED',
      'NOT_FILED',
      'SUGGESTION',
      ...Object.values(TABLE).flatMap((row) => Object.values(row)),
    ]);
    expect([...reached].sort()).toEqual([...PROPOSAL_STATES].sort());
  });
});

describe('the wrong person', () => {
  const people = { LEAD, VOLUNTEER, SIGNER, COMMITTEE, PRESIDIUM, HANDLER, ASSISTANT, ATTENDEE, STRANGER };
  const may: Record<Action, (keyof typeof people)[]> = {
    revise: ['LEAD'],
    invite: ['LEAD'],
    'cancel-invitation': ['LEAD'],
    second: ['VOLUNTEER', 'LEAD', 'SIGNER'], // delegates; the last two are refused for another reason
    decline: ['SIGNER'],
    submit: ['LEAD'],
    withdraw: ['LEAD'],
    discard: ['LEAD'],
    review: ['COMMITTEE'],
    decide: ['PRESIDIUM'],
    assign: ['COMMITTEE'],
    acknowledge: ['HANDLER'],
    reply: ['HANDLER'],
    rate: ['LEAD'],
    close: ['COMMITTEE'],
    'undo-merge': ['COMMITTEE'],
    'take-lead': ['SIGNER'], // refused for another reason while the lead is there
  };
  const cases = ACTIONS.flatMap((action) => Object.keys(people).map((who) => [action, who as keyof typeof people] as const));

  it.each(cases)('%s by %s is decided by who it is, whatever the state', (action, who) => {
    for (const state of PROPOSAL_STATES) {
      const proposal = inState[state]();
      if (!proposal.assignment && (action === 'reply' || action === 'acknowledge')) continue;
      if (state === 'DRAFT' && (action === 'decline' || action === 'take-lead')) continue;
      const attempt = POLICIES[action].who(proposal, people[who], when());
      expect(attempt?.kind ?? null).toBe(may[action].includes(who) ? null : 'forbidden');
    }
  });

  it.each(Object.entries(may))('%s', (action, allowed) => {
    const { take } = STEPS[action as Action];
    const state = PROPOSAL_STATES.find((one) => TABLE[one][action as Action])!;
    for (const who of Object.keys(people).filter((one) => !allowed.includes(one as never))) {
      expect(() => take(withInvited(state), people[who as keyof typeof people], when())).toThrow(
        expect.objectContaining({ kind: 'forbidden' }),
      );
    }
  });
});

describe('withdrawing after assignment', () => {
  const untilReply = when(undefined, aCall({ withdrawUntil: 'reply' }));

  it.each(['ASSIGNED', 'IN_PROGRESS'] as const)('ends the handling in %s where the call allows it', (state) => {
    const { proposal, events } = withdraw(inState[state](untilReply), LEAD, 'Solved meanwhile.', untilReply);
    expect(proposal.state).toBe('WITHDRAWN');
    expect(events).toEqual([
      { type: 'DeadlineMet', matter: 'reply', round: 1 },
      { type: 'ProposalWithdrawn', reason: 'Solved meanwhile.', invited: [], wasSubmitted: true },
    ]);
  });

  it('is refused once there is a reply, also while it is handled again', () => {
    const { proposal: again } = rate(
      inState.REPLIED(untilReply),
      LEAD,
      { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: null },
      untilReply,
    );
    expect(again.state).toBe('IN_PROGRESS');
    expect(() => withdraw(again, LEAD, 'Solved.', untilReply)).toThrow(expect.objectContaining({ code: 'proposals.wrong-state' }));
    expect(() => withdraw(inState.REPLIED(untilReply), LEAD, 'Solved.', untilReply)).toThrow(
      expect.objectContaining({ code: 'proposals.wrong-state' }),
    );
  });

  it('tells everybody who signed it or was asked to, before assignment too', () => {
    expect(withdraw(withInvited('SECONDING'), LEAD, '', when()).events).toEqual([
      { type: 'ProposalWithdrawn', reason: '', invited: ['invited'], wasSubmitted: false },
    ]);
    expect(withdraw(inState.FILED(), LEAD, 'Solved.', when()).events).toEqual([
      { type: 'ProposalWithdrawn', reason: 'Solved.', invited: [], wasSubmitted: true },
    ]);
    expect(withdraw(inState.DRAFT(), LEAD, '', when()).events).toEqual([{ type: 'DraftDiscarded' }]);
  });

  it('needs a reason once it was submitted, and none before', () => {
    expect(withdraw(aProposal().proposal(), LEAD, ' ', when()).proposal.state).toBe('WITHDRAWN');
    expect(() => withdraw(inState.SUBMITTED(), LEAD, ' ', when())).toThrow(expect.objectContaining({ code: 'proposals.reason-required' }));
  });
});
