import type { CivilDate } from '@plenum/calendar';
import { type DomainError, assertVersion } from '@plenum/kernel';
import type { Authority } from '../proposal/authority.js';
import type { Handling } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { Proposal } from '../proposal/proposal.js';
import { mayOversee } from '../proposal/visibility.js';
import { isProposer } from '../replying/drafting-reply.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { RequestOutcome } from '../vocabulary/vocabulary.js';
import { answerMet } from './answer-deadline.js';
import { askedAbout, happened } from './asking.js';
import { partyTo } from './party.js';
import type { ConcernedProposals, Request, RequestChange, RequestsChange } from './request.js';
import type { RequestRule } from './request-rule.js';

/** What is answered. */
export interface RequestAnswer {
  readonly outcome: RequestOutcome;
  readonly reason: string | null;
  /** What it says besides, as it was sent. */
  readonly terms?: unknown;
}

/** A request with all that was asked with it, and the proposals that they concern. */
export interface OpenRequest {
  readonly rule: RequestRule;
  readonly request: Request;
  readonly batch: readonly Request[];
  readonly concerned: ConcernedProposals;
  /** The work that it is about; left out where it is about the proposal. */
  readonly handling?: Handling | null;
}

/** Why the member may not answer it; null where they may. */
export const answerRefusal = ({ rule, request, concerned }: OpenRequest, by: Authority): DomainError | null =>
  (isKeptFrom(rule, proposalOf(request, concerned), by) ? ProposalErrors.notAsked() : null) ??
  partyTo(request.owedBy, proposalOf(request, concerned), by) ??
  settledRefusal(request);

/** Why the member may not take it back: whoever may ask for it may; null where they may. */
export const takingBackRefusal = (
  { rule, request, concerned, handling }: OpenRequest,
  by: Authority,
  context: PolicyContext,
): DomainError | null => rule.who(askedAbout(proposalOf(request, concerned), handling), by, context) ?? settledRefusal(request);

/** Whether the member may read it: who asked, who owes the answer, the committee, who oversees all of it, and whom its kind opens it to. */
export function mayReadRequest({ rule, request, concerned, handling = null }: OpenRequest, by: Authority): boolean {
  const proposal = proposalOf(request, concerned);
  if (isKeptFrom(rule, proposal, by)) return false;
  const isParty = request.asked.by === by.memberId || partyTo(request.owedBy, proposal, by) === null;
  return isParty || by.reviews || mayOversee([proposal, ...concerned.values()], by) || rule.isOpenTo(request, concerned, by, handling);
}

/**
 * Answers a request, with what the answer brings about.
 * @throws whoever does not owe it, `proposals.request-settled` (also where silence has counted),
 *   `proposals.no-such-outcome`, `proposals.reason-required`
 */
export function answer(open: OpenRequest, by: Authority, given: RequestAnswer, context: PolicyContext): RequestsChange {
  const refused = answerRefusal(open, by);
  if (refused) throw refused;
  const { rule, request } = open;
  if (isSilent(open, context)) throw ProposalErrors.requestSettled('ANSWERED');
  const reason = given.reason?.trim() || null;
  if (!rule.outcomes.includes(given.outcome)) throw ProposalErrors.noSuchOutcome(given.outcome, rule.outcomes);
  const isReasoned = rule.reasonedOutcomes.includes(given.outcome);
  if (isReasoned && reason === null) throw ProposalErrors.reasonRequired();
  // A refusal leaves the work as it was: there is nothing more to say of it.
  const terms = isReasoned ? undefined : rule.readTerms?.(given.terms, request.asked.wish);
  return settled(open, { outcome: given.outcome, reason, ...(terms && { terms }) }, by, context);
}

/** What silence past the last day comes to; null while there is time, and where silence means nothing. */
export function settleSilence(open: OpenRequest, context: PolicyContext): RequestsChange | null {
  const { silence } = open.rule;
  return silence && isSilent(open, context) ? settled(open, { outcome: silence(context), reason: null }, null, context) : null;
}

/** Whether its last day passed in silence, and that means something. */
function isSilent({ rule, request }: OpenRequest, { at, calendar }: PolicyContext): boolean {
  return rule.silence !== undefined && request.state === 'OPEN' && request.dueOn !== null && calendar.dayOf(at) > request.dueOn;
}

/**
 * Takes back what was asked, with all of it that is not answered yet.
 * @throws as whoever may not ask, `proposals.request-settled` (also where silence has counted)
 */
export function takeBack(open: OpenRequest, by: Authority, context: PolicyContext): RequestsChange {
  const refused = takingBackRefusal(open, by, context);
  if (refused) throw refused;
  if (isSilent(open, context)) throw ProposalErrors.requestSettled('ANSWERED');
  const { handling = null } = open;
  const requests = takenBack(open.batch, open.concerned, handling);
  const settledOne = requests.find(({ request }) => request.id === open.request.id)!.request;
  const now = { settled: settledOne, batch: replaced(open.batch, requests), concerned: open.concerned, handling };
  const effects = open.rule.onTakenBack?.(now, by, context);
  return { requests, proposals: effects ?? [] };
}

/** The open ones among these, taken back. */
export function takenBack(
  batch: readonly Request[],
  concerned: ConcernedProposals,
  handling: Handling | null = null,
): readonly RequestChange[] {
  return batch
    .filter(({ state }) => state === 'OPEN')
    .map((request) => ({
      request: { ...request, state: 'TAKEN_BACK', version: request.version + 1 },
      events: [happened('RequestTakenBack', proposalOf(request, concerned), handling)],
      deadlines: answerMet(request, proposalOf(request, concerned), handling, 'waived'),
    }));
}

/** Refuses an answer to a request that has changed since it was read. @throws `proposals.outdated` */
export function assertRequestCurrent(read: Request, version: number | undefined): void {
  assertVersion(read, version, ProposalErrors.outdated);
}

type Said = Omit<NonNullable<Request['answered']>, 'by' | 'at'>;

function settled(open: OpenRequest, said: Said, by: Authority | null, context: PolicyContext): RequestsChange {
  const { rule, request, batch, concerned, handling = null } = open;
  const answered: Request = {
    ...request,
    state: 'ANSWERED',
    answered: { by: by?.memberId ?? null, at: context.at, ...said },
    version: request.version + 1,
  };
  const now = { settled: answered, batch: batch.map((one) => (one.id === answered.id ? answered : one)), concerned, handling };
  const brought = rule.onAnswered?.(now, by, context);
  const told = happened('RequestAnswered', proposalOf(request, concerned), handling, replyDueOnAfter(handling, brought));
  const deadlines = answerMet(request, proposalOf(request, concerned), handling, by === null ? 'waived' : 'done');
  const change = { request: answered, events: [told], deadlines };
  return { requests: [change, ...(brought?.requests ?? [])], proposals: brought?.proposals ?? [] };
}

/** Until when the unit owes its reply after all that was brought about; null where another unit owes it now. */
function replyDueOnAfter(handling: Handling | null, brought: RequestsChange | null | undefined): CivilDate | null {
  const changed = brought?.proposals.flatMap(({ handlings = [] }) => handlings.filter(({ id }) => id === handling?.id)) ?? [];
  const now = changed.at(-1) ?? handling;
  return now && now.leadUnitId === handling?.leadUnitId ? now.due.dueOn : null;
}

const settledRefusal = ({ state }: Request): DomainError | null => (state === 'OPEN' ? null : ProposalErrors.requestSettled(state));

const isKeptFrom = ({ isKeptFromProposers }: RequestRule, proposal: Proposal, by: Authority): boolean =>
  isKeptFromProposers === true && isProposer(proposal, by);

const proposalOf = ({ proposalId }: Request, concerned: ConcernedProposals): Proposal => concerned.get(proposalId)!;

const replaced = (batch: readonly Request[], changes: readonly RequestChange[]): readonly Request[] =>
  batch.map((one) => changes.find(({ request }) => request.id === one.id)?.request ?? one);
