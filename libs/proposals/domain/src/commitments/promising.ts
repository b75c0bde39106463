import { type DueRule, periodBy } from '@plenum/calendar';
import { type Policy, policyDecisions } from '@plenum/kernel';
import type { ProposalSettings } from '../call/settings.js';
import { type Authority, committee } from '../proposal/authority.js';
import { deadlineSet } from '../proposal/deadline.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Handling, latestReply } from '../proposal/handling.js';
import { matterState } from '../proposal/matter.js';
import type { Proposal } from '../proposal/proposal.js';
import type { HandlingState } from '../vocabulary/vocabulary.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { Commitment, CommitmentChange } from './commitment.js';

/** What is promised, and by when: on a day, or so long from today. */
export interface NewPromise {
  readonly id: string;
  readonly promise: string;
  readonly due: DueRule;
}

/** What an answer brings that its category may demand. */
export interface DemandedContent {
  readonly resultCategory: string;
  /** The evidence of what was done, or the reason why it cannot be. */
  readonly basis?: string | null;
  readonly files?: readonly unknown[];
  readonly promises?: readonly Pick<NewPromise, 'promise'>[];
}

/** How much one reply may promise. */
export const PROMISES_MAX = 20;

/**
 * Refuses an answer without what its category demands, so that nothing counts as answered that is not (PROPOSALS 6): a category of
 * plans a promise with its day, one of what was done the evidence in words or as a file, one of what cannot be done the reason.
 * @throws `proposals.promise-required`, `proposals.basis-required`
 */
export function assertDemandsMet(settings: Pick<ProposalSettings, 'resultDemands'>, answer: DemandedContent): void {
  const { resultCategory, basis, promises = [], files = [] } = answer;
  const demand = settings.resultDemands.find((one) => one.resultCategory === resultCategory)?.demand;
  if (demand === undefined) return;
  if (demand === 'promise') {
    if (promises.length === 0) throw ProposalErrors.promiseRequired(resultCategory);
  } else if (!basis?.trim() && !(demand === 'evidence' && files.length > 0)) throw ProposalErrors.basisRequired(resultCategory, demand);
}

/**
 * The promises that the lead unit makes with the reply that it has just given; each is owed by it from now on.
 * @throws `proposals.incomplete`, `proposals.too-many-promises`, `proposals.due-in-the-past`, and what the calendar refuses
 */
export function promise(
  { proposal, handling }: { readonly proposal: Proposal; readonly handling: Handling },
  by: Authority,
  promises: readonly NewPromise[],
  context: PolicyContext,
): CommitmentChange[] {
  if (promises.length > PROMISES_MAX) throw ProposalErrors.tooManyPromises(PROMISES_MAX);
  return promises.map((one) => made(proposal, handling, by, one, 'REPLY', context));
}

/** A reply stands while its unit does not owe another. */
const STANDS: readonly HandlingState[] = ['REPLIED', 'RATED', 'ESCALATED', 'ENDED'];

/** What the committee may do to a proposal on behalf of the ledger. */
export const COMMIT: Policy<'commit', Proposal, Authority, [PolicyContext]> = {
  action: 'commit',
  who: committee,
  from: ['ACCEPTED', 'CLOSED'],
  precondition: (proposal, _by, { handlings }) =>
    answered(handlings).length > 0 ? null : ProposalErrors.wrongState('commit', matterState({ proposal, handlings })),
};

const { assertAllowed, allowed } = policyDecisions<typeof COMMIT, Proposal, Authority, [PolicyContext]>(ProposalErrors);

/** Those whose reply stands. */
const answered = (handlings: readonly Handling[]): readonly Handling[] =>
  handlings.filter((one) => STANDS.includes(one.state) && latestReply(one) !== null);

/** The units from whose replies, as they stand, the member may enter a promise. */
export const unitsToCommit = (proposal: Proposal, by: Authority, context: PolicyContext): readonly string[] =>
  allowed([COMMIT], proposal, by, context).length > 0 ? answered(context.handlings).map(({ leadUnitId }) => leadUnitId) : [];

/** A promise from a reply; of which unit need not be said where only one has answered. */
export interface EnteredPromise extends NewPromise {
  readonly unitId?: string | null;
}

/**
 * Enters into the ledger what a reply that stands promises in its text and the unit did not list.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.incomplete`, `proposals.due-in-the-past`, and what the
 *   calendar refuses
 */
export function commit(proposal: Proposal, by: Authority, entered: EnteredPromise, context: PolicyContext): CommitmentChange {
  assertAllowed(COMMIT, proposal, by, context);
  const standing = answered(context.handlings);
  const named = entered.unitId ? standing.filter(({ leadUnitId }) => leadUnitId === entered.unitId) : standing;
  const [handling] = named;
  if (!handling || named.length > 1) throw ProposalErrors.incomplete(['unitId']);
  return made(proposal, handling, by, entered, 'COMMITTEE', context);
}

function made(
  proposal: Proposal,
  handling: Handling,
  by: Authority,
  { id, promise: said, due }: NewPromise,
  origin: Commitment['origin'],
  context: PolicyContext,
): CommitmentChange {
  const text = said.trim();
  if (text === '') throw ProposalErrors.incomplete(['promise']);
  const today = context.calendar.dayOf(context.at);
  const period = periodBy(due, today, context.calendar);
  const { dueOn } = period;
  if (dueOn < today) throw ProposalErrors.dueInThePast(dueOn);
  const commitment: Commitment = {
    id,
    organisationId: proposal.organisationId,
    proposalId: proposal.id,
    sessionId: proposal.sessionId,
    round: latestReply(handling)!.round,
    unitId: handling.leadUnitId,
    promise: text,
    firstDueOn: dueOn,
    dueOn,
    origin,
    state: 'OPEN',
    steps: [],
    madeBy: by.memberId,
    madeAt: context.at,
    version: 1,
  };
  return {
    commitment,
    events: [
      { type: 'CommitmentMade', dueOn },
      deadlineSet(
        { about: { kind: 'commitment', id }, matter: 'commitment', round: 1, ...period, owedBy: { unitId: commitment.unitId } },
        context,
      ),
    ],
  };
}
