import { civilDate } from '@plenum/calendar';
import { HANDLING_POLICIES, allowedActions, allowedHandlingActions } from './allowed-actions.js';
import { acknowledge, assign } from './handling/assignment.js';
import { end } from './feedback/ending.js';
import { endorse } from './filing/endorsing.js';
import { assertDiscardable, revise } from './filing/drafting.js';
import { undoMerge } from './merging/undoing.js';
import { takeLead } from './filing/lead.js';
import { HANDLING_ACTIONS, type HandlingAction, type HandlingInMatter } from './handling/policy.js';
import { altered } from './proposal/handling.js';
import { type ProposalMatter, matterAfter, matterState } from './proposal/matter.js';
import type { Change, Proposal } from './proposal/proposal.js';
import { recordMeeting } from './feedback/meeting.js';
import { rate } from './feedback/rating.js';
import { explainSilence } from './feedback/silence.js';
import { reply } from './replying/reply.js';
import { decide } from './review/presidium.js';
import { logContact } from './replying/contacts.js';
import { saveDraft } from './replying/drafting-reply.js';
import { review } from './review/review.js';
import { ACTIONS, type Action, type PolicyContext } from './proposal/policy.js';
import { cancelInvitation, decline, invite, second } from './filing/seconding.js';
import type { Authority } from './proposal/authority.js';
import { submit, withdraw } from './filing/submission.js';
import { ROLES, cellsOf, sizeOf } from './testing/roles.js';
import { HANDLING_TABLE, HANDLING_TURNS, PROPOSAL_TABLE, PROPOSAL_TURNS } from './testing/state-tables.js';
import { ANSWER, UNFAIR, aCall, aProposal, first, inState, matterIn, of, when } from './testing/a-proposal.js';
import { COMMITTEE, HEAD, LEAD, LOGISTICS, PRESIDIUM, SECONDERS, aDelegate } from './testing/people.js';
import { HANDLING_STATES, MATTER_STATES, type MatterState } from './vocabulary/vocabulary.js';

const VOLUNTEER = ROLES.DELEGATE;
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

const SPECIAL: Record<string, string> = {
  'DRAFT submit': 'proposals.too-few-seconders',
  // Whose signature it is decides first: a draft that was never opened has none.
  'DRAFT decline': 'proposals.not-a-signer',
  'DRAFT take-lead': 'proposals.not-a-successor',
};

const PROPOSAL_CELLS = cellsOf(MATTER_STATES, ACTIONS);

describe(`the table of proposals, ${sizeOf(MATTER_STATES, ACTIONS)}`, () => {
  it.each(PROPOSAL_CELLS)('%s: %s by %s', (state, action, role) => {
    const { of: turn, likewise = [], also = [] } = PROPOSAL_TURNS[action];
    const isTurn = role === turn || likewise.includes(role);
    const matter = state === 'DRAFT' ? matterIn.DRAFT() : withInvited(state, action);
    const { proposal } = matter;
    const by = role === turn ? STEPS[action].by : ROLES[role];
    const take = () => STEPS[action].take(proposal, by, of(matter));
    const next = isTurn ? PROPOSAL_TABLE[state][action] : undefined;
    if (next) {
      const made = take();
      expect(matterState(matterAfter(matter, made))).toBe(next);
      expect(made.proposal.version).toBe(proposal.version + 1);
    } else if (isTurn) {
      expect(take).toThrow(expect.objectContaining({ code: SPECIAL[`${state} ${action}`] ?? 'proposals.wrong-state' }));
    } else {
      const kind = also.includes(role) ? 'conflict' : 'forbidden';
      expect(take).toThrow(expect.objectContaining({ kind }));
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
      ...Object.values(PROPOSAL_TABLE).flatMap((row) => Object.values(row)),
      ...Object.values(HANDLING_TABLE).flatMap((row) => Object.values(row).map((state) => (state === 'ENDED' ? 'CLOSED' : state))),
    ]);
    expect([...reached].sort()).toEqual([...MATTER_STATES].sort());
  });
});

const WORK_STEPS: Record<HandlingAction, (it: HandlingInMatter, by: Authority, c: PolicyContext) => Change> = {
  acknowledge,
  'log-contact': (it, by, c) =>
    logContact(it, by, { id: 'contact', contactedOn: c.calendar.dayOf(c.at), way: 'PHONE', who: 'Handler', noted: 'Until ten.' }, c),
  draft: (it, by, c) => {
    saveDraft(it, by, { content: { ...ANSWER, basis: null, promises: [] }, before: null, read: 0 }, c);
    return { proposal: it.proposal, handlings: [altered(it.handling, {})], events: [] }; // A draft is kept beside the handling.
  },
  reply: (it, by, c) => reply(it, by, ANSWER, c),
  rate: (it, by, c) => rate(it, by, { attitude: 'SATISFIED', result: 'BASICALLY', comment: null }, [], c),
  'explain-silence': (it, by, c) => explainSilence(it, by, 'On leave.', c),
  'record-meeting': (it, by, c) =>
    recordMeeting(it, by, { metOn: civilDate('2026-03-10'), present: ['lead'], minutes: 'No budget.', outcome: 'EXPLAINED' }, c),
  end: (it, by, c) => end(it, by, { outcome: null, reason: 'Met on 8 July.' }, c),
};
/** What the state allows and something else does not yet. */
const NOT_YET: Record<string, string> = {
  'REPLIED end': 'proposals.feedback-pending',
  'REPLIED explain-silence': 'proposals.silence-not-owed',
};
const HANDLING_CELLS = cellsOf(HANDLING_STATES, HANDLING_ACTIONS);

describe(`the table of handlings, ${sizeOf(HANDLING_STATES, HANDLING_ACTIONS)}`, () => {
  it.each(HANDLING_CELLS)('%s: %s by %s', (state, action, role) => {
    const { of: turn, likewise = [] } = HANDLING_TURNS[action];
    const isTurn = role === turn || likewise.includes(role);
    const matter = matterIn[state === 'ENDED' ? 'CLOSED' : state]();
    const [it, by, context] = [first(matter), ROLES[role], of(matter)];
    const take = () => WORK_STEPS[action](it, by, context);
    const next = isTurn ? HANDLING_TABLE[state][action] : undefined;
    if (next) {
      const [handling] = take().handlings ?? [];
      expect(handling).toMatchObject({ state: next, version: it.handling.version + 1 });
      expect(HANDLING_POLICIES[action].from).toContain(state);
    } else {
      const pending = NOT_YET[`${state} ${action}`] ?? 'proposals.wrong-state';
      expect(take).toThrow(expect.objectContaining(isTurn ? { code: pending } : { kind: 'forbidden' }));
    }
    expect(allowedHandlingActions(it, by, context).includes(action)).toBe(next !== undefined);
  });

  it('leads from being assigned to every state of a handling', () => {
    const reached = new Set(['ASSIGNED', 'ESCALATED', ...Object.values(HANDLING_TABLE).flatMap((row) => Object.values(row))]);
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
      { type: 'DeadlineMet', about: { kind: 'handling', id: 'handling' }, matter: 'contact', round: 1, waived: true },
      { type: 'ProposalWithdrawn', reason: 'Solved meanwhile.', invited: [], wasSubmitted: true },
    ]);
  });

  it('is refused once there is a reply, also while it is handled again', () => {
    const replied = matterIn.REPLIED(untilReply);
    const again = matterAfter(replied, rate(first(replied), LEAD, UNFAIR, [], of(replied, untilReply)));
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
