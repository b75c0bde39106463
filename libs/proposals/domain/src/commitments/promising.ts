import { type DueRule, dueDate } from '@plenum/calendar';
import { policyDecisions } from '@plenum/kernel';
import type { ProposalSettings } from '../call/settings.js';
import { type Authority, committee } from '../proposal/authority.js';
import { deadlineSet } from '../proposal/deadline.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Proposal, latestReply } from '../proposal/proposal.js';
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
  readonly promises?: readonly Pick<NewPromise, 'promise'>[];
}

/** How much one reply may promise. */
export const PROMISES_MAX = 20;

/**
 * Refuses an answer without what its category demands, so that nothing counts as answered that is not (PROPOSALS 6): a category of
 * plans a promise with its day, one of what was done the evidence, one of what cannot be done the reason.
 * @throws `proposals.promise-required`, `proposals.basis-required`
 */
export function assertDemandsMet(settings: Pick<ProposalSettings, 'resultDemands'>, answer: DemandedContent): void {
  const { resultCategory, basis, promises = [] } = answer;
  const demand = settings.resultDemands.find((one) => one.resultCategory === resultCategory)?.demand;
  if (demand === undefined) return;
  if (demand === 'promise') {
    if (promises.length === 0) throw ProposalErrors.promiseRequired(resultCategory);
  } else if (!basis?.trim()) throw ProposalErrors.basisRequired(resultCategory, demand);
}

/**
 * The promises that the lead unit makes with the reply that it has just given; each is owed by it from now on.
 * @throws `proposals.incomplete`, `proposals.too-many-promises`, `proposals.due-in-the-past`, and what the calendar refuses
 */
export function promise(replied: Proposal, by: Authority, promises: readonly NewPromise[], context: PolicyContext): CommitmentChange[] {
  if (promises.length > PROMISES_MAX) throw ProposalErrors.tooManyPromises(PROMISES_MAX);
  return promises.map((one) => made(replied, by, one, 'REPLY', context));
}

/** What the committee may do to a proposal on behalf of the ledger. */
export const COMMIT = { action: 'commit', who: committee, from: ['REPLIED', 'RATED', 'CLOSED'] } as const;

const { assertAllowed, allowed } = policyDecisions<typeof COMMIT, Proposal, Authority, [PolicyContext]>(ProposalErrors);

/** Whether the member may enter a promise from the reply that stands. */
export const mayCommit = (proposal: Proposal, by: Authority, context: PolicyContext): boolean =>
  allowed([COMMIT], proposal, by, context).length > 0;

/**
 * Enters into the ledger what a reply that stands promises in its text and the unit did not list.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.incomplete`, `proposals.due-in-the-past`, and what the
 *   calendar refuses
 */
export function commit(proposal: Proposal, by: Authority, entered: NewPromise, context: PolicyContext): CommitmentChange {
  assertAllowed(COMMIT, proposal, by, context);
  return made(proposal, by, entered, 'COMMITTEE', context);
}

function made(
  proposal: Proposal,
  by: Authority,
  { id, promise: said, due }: NewPromise,
  origin: Commitment['origin'],
  context: PolicyContext,
): CommitmentChange {
  const text = said.trim();
  if (text === '') throw ProposalErrors.incomplete(['promise']);
  const today = context.calendar.dayOf(context.at);
  const { dueOn } = dueDate(due, today, context.calendar);
  if (dueOn < today) throw ProposalErrors.dueInThePast(dueOn);
  const commitment: Commitment = {
    id,
    organisationId: proposal.organisationId,
    proposalId: proposal.id,
    sessionId: proposal.sessionId,
    round: latestReply(proposal)!.round,
    unitId: proposal.assignment!.leadUnitId,
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
      deadlineSet({ matter: 'commitment', round: 1, dueOn, owedBy: { unitId: commitment.unitId } }, context),
    ],
  };
}
