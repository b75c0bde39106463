import { periodBy } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import type { Authority } from '../proposal/authority.js';
import { deadlineMet, deadlineSet } from '../proposal/deadline.js';
import type { Endorsement } from '../proposal/endorsement.js';
import { type Policy, type PolicyContext, assertAllowed } from '../proposal/policy.js';
import { type Change, type Proposal, changed } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { EndorsementOutcome } from '../vocabulary/vocabulary.js';

/**
 * Whether the proposal goes to the head of the delegation first: once, where the call has that, unless its proposer is the head or there is
 * none. What was handed in before and returned by the committee goes straight to it.
 */
export function needsEndorsement({ submittedAt, leadProposerId }: Proposal, { call, delegation }: PolicyContext): boolean {
  if (call.settings.endorsement === 'none' || submittedAt !== null || delegation === null) return false;
  return delegation.headMemberId !== null && delegation.headMemberId !== leadProposerId;
}

/** Asks the head of the delegation, who has so long as the call says. */
export function askEndorsement(proposal: Proposal, parts: Partial<Proposal>, context: PolicyContext): Change {
  const { at, calendar, call } = context;
  const { id: delegationId, headMemberId } = context.delegation!;
  const period = periodBy(call.settings.endorsementWithin, calendar.dayOf(at), calendar);
  const round = (proposal.endorsement?.round ?? 0) + 1;
  const firstAskedAt = proposal.endorsement?.firstAskedAt ?? at;
  const { dueOn } = period;
  const endorsement: Endorsement = { delegationId, round, firstAskedAt, dueOn, outcome: null, reason: null, by: null, at: null };
  const owedBy = { memberIds: [headMemberId!] };
  return changed(
    proposal,
    { ...parts, state: 'ENDORSING', endorsement },
    { type: 'EndorsementAsked', delegationId, headId: headMemberId!, dueOn },
    deadlineSet({ about: { kind: 'proposal', id: proposal.id }, matter: 'endorsement', round, ...period, owedBy }, context),
  );
}

/** What the head says: endorsed it goes to the committee, or back to its proposer, with a reason. */
export interface EndorsementAnswer {
  readonly outcome: Exclude<EndorsementOutcome, 'LAPSED'>;
  readonly reason: string | null;
}

/** Whoever is head when the answer is given may give it. */
const headAsked = ({ endorsement }: Proposal, by: Authority): DomainError | null =>
  by.heads.some((id) => endorsement === null || id === endorsement.delegationId) ? null : ProposalErrors.notTheHeadOfDelegation();

export const ENDORSE: Policy = { action: 'endorse', who: headAsked, from: ['ENDORSING'] };

/**
 * The head of the delegation endorses the proposal, which is handed in with that, or returns it with a reason.
 * @throws `proposals.not-the-head-of-delegation`, `proposals.wrong-state`, `proposals.reason-required`
 */
export function endorse(proposal: Proposal, by: Authority, { outcome, reason }: EndorsementAnswer, context: PolicyContext): Change {
  assertAllowed(ENDORSE, proposal, by, context);
  const given = reason?.trim() || null;
  if (outcome === 'RETURNED' && given === null) throw ProposalErrors.reasonRequired();
  return settled(proposal, { outcome, reason: given, by: by.memberId }, context);
}

/** Past its last day without a word of the head it goes to the committee without one; null while there is time. */
export function settleEndorsement(proposal: Proposal, context: PolicyContext): Change | null {
  const isOver = proposal.state === 'ENDORSING' && context.calendar.dayOf(context.at) > proposal.endorsement!.dueOn;
  return isOver ? settled(proposal, { outcome: 'LAPSED', reason: null, by: null }, context) : null;
}

/** What is owed on the endorsement no longer, where it is asked. */
export function endorsementMet({ id, state, endorsement }: Proposal, fate: 'done' | 'waived'): readonly ProposalEvent[] {
  if (state !== 'ENDORSING') return [];
  return [deadlineMet({ kind: 'proposal', id }, 'endorsement', endorsement!.round, fate)];
}

function settled(
  proposal: Proposal,
  { outcome, reason, by }: Pick<Endorsement, 'reason' | 'by'> & { readonly outcome: EndorsementOutcome },
  { at }: PolicyContext,
): Change {
  const endorsement = { ...proposal.endorsement!, outcome, reason, by, at };
  const events: ProposalEvent[] = [
    { type: 'EndorsementSettled', outcome, reason },
    ...endorsementMet(proposal, outcome === 'LAPSED' ? 'waived' : 'done'),
  ];
  return outcome === 'RETURNED'
    ? changed(proposal, { state: 'RETURNED', endorsement }, ...events)
    : changed(proposal, { state: 'SUBMITTED', endorsement, submittedAt: at }, ...events, { type: 'ProposalSubmitted', late: false });
}
