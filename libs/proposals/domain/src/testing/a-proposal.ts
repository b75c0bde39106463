import { WorkingCalendar, civilDate } from '@plenum/calendar';
import { acknowledge, assign } from '../handling/assignment.js';
import { type CallWindow, type NewCall, openCall } from '../call/call-window.js';
import { end } from '../feedback/ending.js';
import { draft } from '../filing/drafting.js';
import type { Handling, Rating } from '../proposal/handling.js';
import { type ProposalMatter, matterAfter } from '../proposal/matter.js';
import type { Change, Content, Proposal } from '../proposal/proposal.js';
import { type HandlingInMatter, inMatter } from '../handling/policy.js';
import { merge } from '../merging/merging.js';
import { rate } from '../feedback/rating.js';
import { reply } from '../replying/reply.js';
import { review } from '../review/review.js';
import type { PolicyContext } from '../proposal/policy.js';
import { invite, second } from '../filing/seconding.js';
import type { ProposalSettings } from '../call/settings.js';
import type { Authority } from '../proposal/authority.js';
import { submit, withdraw } from '../filing/submission.js';
import { MATTER_STATES, type MatterState, type ReviewOutcome } from '../vocabulary/vocabulary.js';
import type { Delegation } from '../proposal/delegation.js';
import { COMMITTEE, FINANCE, HANDLER, HEAD, LEAD, LOGISTICS, SECONDERS } from './people.js';

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
  handlings: [],
  desks: [],
  delegation: null,
  laterSessions: [],
  at,
  calendar,
  obstacles: [],
});

/** A delegation of five, the lead proposer and those who second among them. */
export const aDelegation = (parts: Partial<Delegation> = {}): Delegation => ({
  id: 'delegation',
  headMemberId: HEAD.memberId,
  delegateIds: [HEAD, LEAD, ...SECONDERS].map(({ memberId }) => memberId),
  ...parts,
});

/** Where the head of the delegation reviews what its delegates propose. */
export const endorsed = (context: PolicyContext = when(), delegation: Delegation | null = aDelegation()): PolicyContext => ({
  ...context,
  call: { ...context.call, settings: { ...context.call.settings, endorsement: 'head-of-delegation' } },
  delegation,
});

/** The same for this matter, with the work on it. */
export const of = ({ handlings }: Pick<ProposalMatter, 'handlings'>, context: PolicyContext = when()): PolicyContext => ({
  ...context,
  handlings,
});

/** One of its handlings, the first unless said. */
export const first = ({ proposal, handlings }: ProposalMatter, nth = 0): HandlingInMatter => inMatter(proposal, handlings[nth]!);

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

export const HANDLING_ID = 'handling';
const FAIR = { attitude: 'SATISFIED', result: 'BASICALLY', comment: null } as const;
export const UNFAIR = { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: null } as const;

/** A proposal that came to where it is by the behaviours themselves. */
export class ProposalBuilder {
  constructor(
    private readonly made: Change,
    private readonly context: PolicyContext,
    readonly handlings: readonly Handling[] = [],
    readonly ratings: readonly Rating[] = [],
  ) {}

  /** One more step. */
  then(step: (proposal: Proposal, context: PolicyContext) => Change): ProposalBuilder {
    const made = step(this.made.proposal, of(this, this.context));
    const { handlings } = matterAfter(this, made);
    return new ProposalBuilder(made, this.context, handlings, made.rating ? [...this.ratings, made.rating] : this.ratings);
  }

  /** One more step of its first handling. */
  work = (step: (matter: HandlingInMatter, context: PolicyContext) => Change): ProposalBuilder =>
    this.then((it, c) => step(inMatter(it, this.handlings[0]!), c));
  under = (context: PolicyContext): ProposalBuilder => new ProposalBuilder(this.made, context, this.handlings, this.ratings);
  invited = (...people: readonly Authority[]): ProposalBuilder => this.then((it, c) => invite(it, LEAD, people, c));
  secondedBy = (...people: readonly Authority[]): ProposalBuilder =>
    people.reduce((sofar, who) => sofar.then((it, c) => second(it, who, c)), this.invited(...people));
  submitted = (): ProposalBuilder => this.secondedBy(...SECONDERS).then((it, c) => submit(it, LEAD, c));
  reviewed = (outcome: ReviewOutcome): ProposalBuilder => this.submitted().then((it, c) => review(it, COMMITTEE, decision(outcome), c));
  assigned = (outcome: ReviewOutcome = 'FILED'): ProposalBuilder =>
    this.reviewed(outcome).then((it, c) =>
      assign(
        it,
        COMMITTEE,
        [{ handlingId: HANDLING_ID, leadUnitId: LOGISTICS, assistingUnitIds: [FINANCE], dueOn: civilDate('2026-06-30') }],
        c,
      ),
    );
  acknowledged = (): ProposalBuilder => this.assigned().work((it, c) => acknowledge(it, HANDLER, c));
  answered = (): ProposalBuilder => this.work((it, c) => reply(it, HANDLER, ANSWER, c));
  replied = (outcome: ReviewOutcome = 'FILED'): ProposalBuilder => this.assigned(outcome).answered();
  rated = (): ProposalBuilder => this.replied().work((it, c) => rate(it, LEAD, FAIR, [], c));
  reopened = (): ProposalBuilder => this.replied().work((it, c) => rate(it, LEAD, UNFAIR, [], c));
  escalated = (): ProposalBuilder =>
    this.reopened()
      .answered()
      .work((it, c) => rate(it, LEAD, UNFAIR, [], c));
  closed = (): ProposalBuilder => this.rated().work((it, c) => end(it, COMMITTEE, { outcome: 'IMPLEMENTED', reason: null }, c));
  withdrawn = (): ProposalBuilder => this.submitted().then((it, c) => withdraw(it, LEAD, 'Solved meanwhile.', c));

  proposal = (): Proposal => this.made.proposal;
  matter = (): ProposalMatter & { readonly ratings: readonly Rating[] } => ({
    proposal: this.made.proposal,
    handlings: this.handlings,
    ratings: this.ratings,
  });
  events = (): Change['events'] => this.made.events;
}

/** A draft by the lead proposer. */
export function aProposal(context: PolicyContext = when(), content: Content = CONTENT, id = 'proposal'): ProposalBuilder {
  return new ProposalBuilder(draft({ id, content }, LEAD, context.call, context.at), context);
}

/** A matter in each state. */
const IN_STATE: Readonly<Record<MatterState, (context?: PolicyContext) => ProposalBuilder>> = {
  DRAFT: (c) => aProposal(c),
  SECONDING: (c) => aProposal(c).secondedBy(...SECONDERS),
  ENDORSING: (c) => aProposal(c).under(endorsed(c)).submitted(),
  SUBMITTED: (c) => aProposal(c).submitted(),
  RETURNED: (c) => aProposal(c).reviewed('RETURNED'),
  PRESIDIUM: (c) => aProposal(c).reviewed('PRESIDIUM'),
  MERGED: (c) => {
    const [, child] = merge(aProposal(c, CONTENT, 'master').submitted().proposal(), [aProposal(c).submitted().proposal()], c ?? when());
    return new ProposalBuilder(child!, c ?? when());
  },
  NOT_FILED: (c) => aProposal(c).reviewed('NOT_FILED'),
  WITHDRAWN: (c) => aProposal(c).withdrawn(),
  FILED: (c) => aProposal(c).reviewed('FILED'),
  SUGGESTION: (c) => aProposal(c).reviewed('SUGGESTION'),
  ASSIGNED: (c) => aProposal(c).assigned(),
  IN_PROGRESS: (c) => aProposal(c).acknowledged(),
  REPLIED: (c) => aProposal(c).replied(),
  RATED: (c) => aProposal(c).rated(),
  ESCALATED: (c) => aProposal(c).escalated(),
  CLOSED: (c) => aProposal(c).closed(),
};

const mapped = <T>(make: (builder: ProposalBuilder) => T) =>
  Object.fromEntries(MATTER_STATES.map((state) => [state, (context?: PolicyContext) => make(IN_STATE[state](context))])) as Readonly<
    Record<MatterState, (context?: PolicyContext) => T>
  >;

/** A proposal whose matter is in each state, and the matter itself. */
export const inState = mapped((builder) => builder.proposal());
export const matterIn = mapped((builder) => builder.matter());
