import { WorkingCalendar, civilDate } from '@plenum/calendar';
import { acknowledge, assign } from '../handling/assignment.js';
import { type CallWindow, type NewCall, openCall } from '../call/call-window.js';
import { close } from '../feedback/closing.js';
import { draft } from '../filing/drafting.js';
import type { Change, Content, Proposal } from '../proposal/proposal.js';
import { merge } from '../merging/merging.js';
import { rate } from '../feedback/rating.js';
import { reply } from '../handling/reply.js';
import { review } from '../review/review.js';
import type { PolicyContext } from '../proposal/policy.js';
import { invite, second } from '../filing/seconding.js';
import type { ProposalSettings } from '../call/settings.js';
import type { Authority } from '../proposal/authority.js';
import { submit, withdraw } from '../filing/submission.js';
import type { ProposalState, ReviewOutcome } from '../vocabulary/vocabulary.js';
import { COMMITTEE, FINANCE, HANDLER, LEAD, LOGISTICS, SECONDERS } from './people.js';

/** A call from 2 to 30 March 2026, 24:00 in Shanghai. */
export function aCall(settings: Partial<ProposalSettings> = {}, window: Partial<NewCall> = {}): CallWindow {
  const opensAt = new Date('2026-03-01T16:00:00Z');
  const closesAt = new Date('2026-03-30T16:00:00Z');
  return openCall({ id: 'call', organisationId: 'organisation', sessionId: 'session', opensAt, closesAt, ...window, settings });
}

export const IN_TIME = new Date('2026-03-10T01:00:00Z');
export const TOO_LATE = new Date('2026-03-30T16:00:00Z');
export const TOO_EARLY = new Date('2026-03-01T15:59:59.999Z');

/** Mid-window unless said, under the default call unless said. */
export const when = (at: Date = IN_TIME, call: CallWindow = aCall(), calendar = new WorkingCalendar()): PolicyContext => ({
  call,
  at,
  calendar,
  obstacles: [],
});

export const CONTENT: Content = {
  subject: 'A canteen that opens late',
  grounds: 'Evening classes end at nine.',
  measures: 'Open until ten.',
  category: 'logistics',
};
export const ANSWER = { text: 'Open until ten from May.', resultCategory: 'SOLVED', channel: 'ONLINE' } as const;

const decision = (outcome: ReviewOutcome) => ({
  outcome,
  reason: outcome === 'FILED' || outcome === 'SUGGESTION' ? null : 'Two matters in one.',
});

/** A proposal that came to where it is by the behaviours themselves. */
export class ProposalBuilder {
  constructor(
    private readonly made: Change,
    private readonly context: PolicyContext,
  ) {}

  /** One more step. */
  then(step: (proposal: Proposal, context: PolicyContext) => Change): ProposalBuilder {
    return new ProposalBuilder(step(this.made.proposal, this.context), this.context);
  }

  under = (context: PolicyContext): ProposalBuilder => new ProposalBuilder(this.made, context);
  invited = (...people: readonly Authority[]): ProposalBuilder => this.then((it, c) => invite(it, LEAD, people, c));
  secondedBy = (...people: readonly Authority[]): ProposalBuilder =>
    people.reduce((sofar, who) => sofar.then((it, c) => second(it, who, c)), this.invited(...people));
  submitted = (): ProposalBuilder => this.secondedBy(...SECONDERS).then((it, c) => submit(it, LEAD, c));
  reviewed = (outcome: ReviewOutcome): ProposalBuilder => this.submitted().then((it, c) => review(it, COMMITTEE, decision(outcome), c));
  assigned = (outcome: ReviewOutcome = 'FILED'): ProposalBuilder =>
    this.reviewed(outcome).then((it, c) =>
      assign(it, COMMITTEE, { leadUnitId: LOGISTICS, assistingUnitIds: [FINANCE], dueOn: civilDate('2026-06-30') }, c),
    );
  acknowledged = (): ProposalBuilder => this.assigned().then((it, c) => acknowledge(it, HANDLER, c));
  replied = (outcome: ReviewOutcome = 'FILED'): ProposalBuilder => this.assigned(outcome).then((it, c) => reply(it, HANDLER, ANSWER, c));
  rated = (): ProposalBuilder =>
    this.replied().then((it, c) => rate(it, LEAD, { attitude: 'SATISFIED', result: 'BASICALLY', comment: null }, c));
  closed = (): ProposalBuilder => this.rated().then((it, c) => close(it, COMMITTEE, { outcome: 'IMPLEMENTED', reason: null }, c));
  withdrawn = (): ProposalBuilder => this.submitted().then((it, c) => withdraw(it, LEAD, 'Solved meanwhile.', c));

  proposal = (): Proposal => this.made.proposal;
  events = (): Change['events'] => this.made.events;
}

/** A draft by the lead proposer. */
export function aProposal(context: PolicyContext = when(), content: Content = CONTENT, id = 'proposal'): ProposalBuilder {
  return new ProposalBuilder(draft({ id, content }, LEAD, context.call, context.at), context);
}

/** A proposal in each state. */
export const inState: Readonly<Record<ProposalState, (context?: PolicyContext) => Proposal>> = {
  DRAFT: (c) => aProposal(c).proposal(),
  SECONDING: (c) =>
    aProposal(c)
      .secondedBy(...SECONDERS)
      .proposal(),
  SUBMITTED: (c) => aProposal(c).submitted().proposal(),
  RETURNED: (c) => aProposal(c).reviewed('RETURNED').proposal(),
  PRESIDIUM: (c) => aProposal(c).reviewed('PRESIDIUM').proposal(),
  MERGED: (c) =>
    merge(aProposal(c, CONTENT, 'master').submitted().proposal(), [aProposal(c).submitted().proposal()], c ?? when())[1]!.proposal,
  NOT_FILED: (c) => aProposal(c).reviewed('NOT_FILED').proposal(),
  WITHDRAWN: (c) => aProposal(c).withdrawn().proposal(),
  FILED: (c) => aProposal(c).reviewed('FILED').proposal(),
  SUGGESTION: (c) => aProposal(c).reviewed('SUGGESTION').proposal(),
  ASSIGNED: (c) => aProposal(c).assigned().proposal(),
  IN_PROGRESS: (c) => aProposal(c).acknowledged().proposal(),
  REPLIED: (c) => aProposal(c).replied().proposal(),
  RATED: (c) => aProposal(c).rated().proposal(),
  CLOSED: (c) => aProposal(c).closed().proposal(),
};
