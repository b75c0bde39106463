import { HANDLING_POLICIES, POLICIES, allowedActions, allowedHandlingActions } from './allowed-actions.js';
import { acknowledge, assign } from './handling/assignment.js';
import { end } from './feedback/ending.js';
import { assertDiscardable, revise } from './filing/drafting.js';
import { undoMerge } from './merging/undoing.js';
import { endorse } from './filing/endorsing.js';
import { takeLead } from './filing/lead.js';
import { HANDLING_ACTIONS, type HandlingAction, type HandlingInMatter } from './handling/policy.js';
import { altered } from './proposal/handling.js';
import { type ProposalMatter, matterAfter, matterState } from './proposal/matter.js';
import type { Change, Proposal } from './proposal/proposal.js';
import { rate } from './feedback/rating.js';
import { reply } from './handling/reply.js';
import { decide } from './review/presidium.js';
import { logContact } from './replying/contacts.js';
import { saveDraft } from './replying/drafting-reply.js';
import { review } from './review/review.js';
import { ACTIONS, type Action, type PolicyContext } from './proposal/policy.js';
import { cancelInvitation, decline, invite, second } from './filing/seconding.js';
import type { Authority } from './proposal/authority.js';
import { submit, withdraw } from './filing/submission.js';
import { ANSWER, UNFAIR, aCall, aProposal, first, inState, matterIn, of, when } from './testing/a-proposal.js';
import {
  ASSISTANT,
  ATTENDEE,
  COMMITTEE,
  HANDLER,
  HEAD,
  LEAD,
  LEADER,
  LOGISTICS,
  PRESIDIUM,
  SECONDERS,
  STRANGER,
  aDelegate,
} from './testing/people.js';
import { HANDLING_STATES, type HandlingState, MATTER_STATES, type MatterState } from './vocabulary/vocabulary.js';

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
  endorse: { by: HEAD, take: (it, by, c) => endorse(it, by, { outcome: 'ENDORSED', reason: null }, c) },
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
  assign: { by: COMMITTEE, take: (it, by, c) => assign(it, by, [{ handlingId: 'new', leadUnitId: LOGISTICS, assistingUnitIds: [] }], c) },
  'take-lead': { by: { ...SIGNER, gone: [LEAD.memberId] }, take: takeLead },
  'undo-merge': { by: COMMITTEE, take: (it, by, c) => undoMerge(it, [], by, 'Two matters after all.', c)[0]! },
};

/**
 * What may be done to the proposal itself, where the matter is in each state, by the one whose turn it is, under the default call, and the
 * state it leads to.
 */
const TABLE: Record<MatterState, Partial<Record<Action, MatterState>>> = {
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
  ENDORSING: { endorse: 'SUBMITTED', withdraw: 'WITHDRAWN', 'take-lead': 'ENDORSING' },
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
  ASSIGNED: { 'take-lead': 'ASSIGNED' },
  IN_PROGRESS: { 'take-lead': 'IN_PROGRESS' },
  REPLIED: { 'take-lead': 'REPLIED' },
  RATED: { 'take-lead': 'RATED' },
  ESCALATED: { 'take-lead': 'ESCALATED' },
  CLOSED: {},
};

const MERGED = { proposalId: 'child', authorIds: ['other-lead'], seconderIds: [] };

/** The matter in its state, with one more who is invited and has not answered; where that is in question, with another merged into it. */
const withInvited = (state: MatterState, action?: Action): ProposalMatter => {
  const { proposal, handlings } = matterIn[state]();
  const signatures: Proposal['signatures'] = [
    ...proposal.signatures,
    { memberId: INVITED.memberId, state: 'INVITED', at: proposal.createdAt },
  ];
  return { proposal: { ...proposal, signatures, merged: action === 'undo-merge' ? [MERGED] : [] }, handlings };
};

const PAIRS = MATTER_STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const));
const SPECIAL: Record<string, string> = {
  'DRAFT submit': 'proposals.too-few-seconders',
  // Whose signature it is decides first: a draft that was never opened has none.
  'DRAFT decline': 'proposals.not-a-signer',
  'DRAFT take-lead': 'proposals.not-a-successor',
};

describe('every action in every state', () => {
  it.each(PAIRS)('%s: %s', (state, action) => {
    const matter = state === 'DRAFT' ? matterIn.DRAFT() : withInvited(state, action);
    const { proposal } = matter;
    const { by, take } = STEPS[action];
    const next = TABLE[state][action];
    if (next) {
      const made = take(proposal, by, of(matter));
      expect(matterState(matterAfter(matter, made))).toBe(next);
      expect(made.proposal.version).toBe(proposal.version + 1);
    } else {
      const code = SPECIAL[`${state} ${action}`] ?? 'proposals.wrong-state';
      expect(() => take(proposal, by, of(matter))).toThrow(expect.objectContaining({ code }));
    }
    expect(allowedActions(proposal, by, of(matter)).includes(action)).toBe(next !== undefined);
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
      ...Object.values(WORK).flatMap((row) => Object.values(row).map((state) => (state === 'ENDED' ? 'CLOSED' : state))),
    ]);
    expect([...reached].sort()).toEqual([...MATTER_STATES].sort());
  });
});

describe('the wrong person', () => {
  const people = { LEAD, HEAD, VOLUNTEER, SIGNER, COMMITTEE, PRESIDIUM, HANDLER, ASSISTANT, ATTENDEE, STRANGER };
  const may: Record<Action, (keyof typeof people)[]> = {
    revise: ['LEAD'],
    invite: ['LEAD'],
    'cancel-invitation': ['LEAD'],
    second: ['VOLUNTEER', 'LEAD', 'HEAD', 'SIGNER'], // delegates; two of them are refused for another reason
    decline: ['SIGNER'],
    submit: ['LEAD'],
    endorse: ['HEAD'],
    withdraw: ['LEAD'],
    discard: ['LEAD'],
    review: ['COMMITTEE'],
    decide: ['PRESIDIUM'],
    assign: ['COMMITTEE'],
    'undo-merge': ['COMMITTEE'],
    'take-lead': ['SIGNER'], // refused for another reason while the lead is there
  };
  const cases = ACTIONS.flatMap((action) => Object.keys(people).map((who) => [action, who as keyof typeof people] as const));

  it.each(cases)('%s by %s is decided by who it is, whatever the state', (action, who) => {
    for (const state of MATTER_STATES) {
      const matter = matterIn[state]();
      if (state === 'DRAFT' && (action === 'decline' || action === 'take-lead')) continue;
      const attempt = POLICIES[action].who(matter.proposal, people[who], of(matter));
      expect(attempt?.kind ?? null).toBe(may[action].includes(who) ? null : 'forbidden');
    }
  });

  it.each(Object.entries(may))('%s', (action, allowed) => {
    const { take } = STEPS[action as Action];
    const matter = withInvited(MATTER_STATES.find((one) => TABLE[one][action as Action])!);
    for (const who of Object.keys(people).filter((one) => !allowed.includes(one as never))) {
      expect(() => take(matter.proposal, people[who as keyof typeof people], of(matter))).toThrow(
        expect.objectContaining({ kind: 'forbidden' }),
      );
    }
  });
});

/** What may be done to a handling in each of its states, under the default call on a day before the rating is due; and what it leads to. */
const WORK: Record<HandlingState, Partial<Record<HandlingAction, HandlingState>>> = {
  ASSIGNED: { acknowledge: 'IN_PROGRESS', 'log-contact': 'ASSIGNED', draft: 'ASSIGNED', reply: 'REPLIED' },
  IN_PROGRESS: { 'log-contact': 'IN_PROGRESS', draft: 'IN_PROGRESS', reply: 'REPLIED' },
  REPLIED: { 'log-contact': 'REPLIED', rate: 'RATED' },
  RATED: { 'log-contact': 'RATED', end: 'ENDED' },
  ESCALATED: { 'log-contact': 'ESCALATED', end: 'ENDED' },
  ENDED: {},
};
const ROLES = {
  LEAD,
  SIGNER,
  DELEGATE: VOLUNTEER,
  ATTENDEE,
  COMMITTEE,
  PRESIDIUM,
  HANDLER,
  ASSISTANT,
  LEADER,
  'LEADER OF LEAD UNIT': { ...LEADER, inCharge: [LOGISTICS] },
  'FORMER HANDLER': { ...STRANGER, handled: [LOGISTICS] },
  STRANGER,
} as const;
type Role = keyof typeof ROLES;
/** Whose action it is; everybody else is refused before anything is said of the state. */
const DOERS: Record<HandlingAction, Role> = {
  acknowledge: 'HANDLER',
  'log-contact': 'HANDLER',
  draft: 'HANDLER',
  reply: 'HANDLER',
  rate: 'LEAD',
  end: 'COMMITTEE',
};
const WORK_STEPS: Record<HandlingAction, (it: HandlingInMatter, by: Authority, c: PolicyContext) => Change> = {
  acknowledge,
  'log-contact': (it, by, c) =>
    logContact(it, by, { id: 'contact', contactedOn: c.calendar.dayOf(c.at), way: 'PHONE', who: 'Handler', noted: 'Until ten.' }, c),
  draft: (it, by, c) => {
    saveDraft(it, by, { content: { ...ANSWER, basis: null, promises: [] }, before: null, read: 0 }, c);
    return { proposal: it.proposal, handlings: [altered(it.handling, {})], events: [] }; // A draft is kept beside the handling.
  },
  reply: (it, by, c) => reply(it, by, ANSWER, c),
  rate: (it, by, c) => rate(it, by, { attitude: 'SATISFIED', result: 'BASICALLY', comment: null }, c),
  end: (it, by, c) => end(it, by, { outcome: null, reason: 'Met on 8 July.' }, c),
};
const CELLS = HANDLING_STATES.flatMap((state) =>
  HANDLING_ACTIONS.flatMap((action) => (Object.keys(ROLES) as Role[]).map((role) => [state, action, role] as const)),
);

describe(`the table of handlings, of ${HANDLING_STATES.length} states x ${HANDLING_ACTIONS.length} actions x ${Object.keys(ROLES).length} roles = ${CELLS.length} cells`, () => {
  it.each(CELLS)('%s: %s by %s', (state, action, role) => {
    const matter = matterIn[state === 'ENDED' ? 'CLOSED' : state]();
    const [it, by, context] = [first(matter), ROLES[role], of(matter)];
    const take = () => WORK_STEPS[action](it, by, context);
    const next = DOERS[action] === role ? WORK[state][action] : undefined;
    if (next) {
      const [handling] = take().handlings ?? [];
      expect(handling).toMatchObject({ state: next, version: it.handling.version + 1 });
      expect(HANDLING_POLICIES[action].from).toContain(state);
    } else {
      const pending = state === 'REPLIED' && action === 'end' ? 'proposals.feedback-pending' : 'proposals.wrong-state';
      expect(take).toThrow(expect.objectContaining(DOERS[action] === role ? { code: pending } : { kind: 'forbidden' }));
    }
    expect(allowedHandlingActions(it, by, context).includes(action)).toBe(next !== undefined);
  });

  it('leads from being assigned to every state of a handling', () => {
    const reached = new Set(['ASSIGNED', 'ESCALATED', ...Object.values(WORK).flatMap((row) => Object.values(row))]);
    expect([...reached].sort()).toEqual([...HANDLING_STATES].sort());
  });
});

describe('withdrawing after assignment', () => {
  const untilReply = when(undefined, aCall({ withdrawUntil: 'reply' }));

  it.each(['ASSIGNED', 'IN_PROGRESS'] as const)('ends the handling in %s where the call allows it', (state) => {
    const matter = matterIn[state](untilReply);
    const made = withdraw(matter.proposal, LEAD, 'Solved meanwhile.', of(matter, untilReply));
    expect(made.proposal.state).toBe('WITHDRAWN');
    expect(made.handlings).toMatchObject([{ state: 'ENDED', ending: { outcome: null, reason: 'Solved meanwhile.', by: 'lead' } }]);
    expect(made.events).toEqual([
      { type: 'DeadlineMet', about: { kind: 'handling', id: 'handling' }, matter: 'reply', round: 1, waived: true },
      { type: 'ProposalWithdrawn', reason: 'Solved meanwhile.', invited: [], wasSubmitted: true },
    ]);
  });

  it('is refused once there is a reply, also while it is handled again', () => {
    const replied = matterIn.REPLIED(untilReply);
    const again = matterAfter(replied, rate(first(replied), LEAD, UNFAIR, of(replied, untilReply)));
    expect(matterState(again)).toBe('IN_PROGRESS');
    for (const matter of [again, replied]) {
      expect(() => withdraw(matter.proposal, LEAD, 'Solved.', of(matter, untilReply))).toThrow(
        expect.objectContaining({ code: 'proposals.wrong-state' }),
      );
    }
  });

  it('tells everybody who signed it or was asked to, before assignment too', () => {
    expect(withdraw(withInvited('SECONDING').proposal, LEAD, '', when()).events).toEqual([
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
