import { periodUntil } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import { deadlineSet } from '../proposal/deadline.js';
import { latestReply } from '../proposal/handling.js';
import { type Change, type Proposal, type Signature, changed, cosignersOf } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, handledIt } from '../proposal/authority.js';

export const TAKE_LEAD: Policy = {
  action: 'take-lead',
  who: successor,
  from: ['SECONDING', 'ENDORSING', 'SUBMITTED', 'RETURNED', 'PRESIDIUM', 'ACCEPTED'],
  precondition: (proposal, by) =>
    by.gone.includes(proposal.leadProposerId) || isNewHead(proposal, by) ? null : ProposalErrors.leadNotVacant(),
};

/**
 * Takes the place of a lead proposer who has left the organisation, so that somebody may rate or withdraw: whoever of those who signed
 * it, or what was merged into it, accepts it, and where none is left a member of the committee (DOMAIN 5, CROSS_TERM). Who has left stays
 * among those who signed. A delegation's proposal is led by its head: who became head since takes it over.
 * @throws `proposals.not-a-successor`, `proposals.wrong-state`, `proposals.lead-not-vacant`
 */
export function takeLead(proposal: Proposal, by: Authority, context: PolicyContext): Change {
  assertAllowed(TAKE_LEAD, proposal, by, context);
  const { leadProposerId: formerLeadId, createdAt, text } = proposal;
  const others = proposal.signatures.filter(({ memberId }) => memberId !== by.memberId);
  const signatures: Signature[] = [...others, { memberId: formerLeadId, state: 'SIGNED', at: createdAt, signedText: text.number }];
  return changed(
    proposal,
    { leadProposerId: by.memberId, signatures },
    { type: 'LeadTaken', formerLeadId },
    ...ratingsOwedBy(by.memberId, context),
  );
}

/** Null for whom the place may fall to; otherwise the refusal. A unit's own people do not rate its reply. */
function successor(proposal: Proposal, by: Authority, { handlings }: PolicyContext): DomainError | null {
  const signers = cosignersOf(proposal);
  if (signers.includes(by.memberId) || isNewHead(proposal, by)) return null;
  const isLeftToCommittee = proposal.submittedAt !== null && signers.every((memberId) => by.gone.includes(memberId));
  return isLeftToCommittee && by.reviews && !handledIt(handlings, by) ? null : ProposalErrors.notASuccessor();
}

const isNewHead = ({ delegationId, leadProposerId }: Proposal, by: Authority): boolean =>
  delegationId !== null && by.heads.includes(delegationId) && by.memberId !== leadProposerId;

function ratingsOwedBy(memberId: string, context: PolicyContext): readonly ProposalEvent[] {
  const { call, calendar, handlings } = context;
  return handlings.flatMap((handling) => {
    const reply = latestReply(handling);
    if (handling.state !== 'REPLIED' || !reply?.feedbackDueOn) return [];
    const { round, feedbackDueOn: dueOn } = reply;
    const period = { ...periodUntil(dueOn, calendar.dayOf(reply.at)), rule: call.settings.feedbackDue };
    const owed = { about: { kind: 'handling', id: handling.id }, matter: 'feedback', round, owedBy: { memberIds: [memberId] } } as const;
    return [deadlineSet({ ...owed, ...period }, context)];
  });
}
