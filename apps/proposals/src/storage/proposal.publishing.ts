import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import { cosignersOf, type MergeEvent, type Proposal, type ProposalEvent } from '@plenum/proposals-domain';
import { isMergeEvent, mergePublished } from './merge.publishing.js';
import { derivedId } from '@plenum/service-kit';

/** What nobody else hears of. */
const UNHEARD = [
  'ProposalDrafted',
  'DraftDiscarded',
  'ProposalRevised',
  'InvitationCancelled',
  'AssignmentAcknowledged',
  'ProposalMergedAway',
  'ProposalBroughtBack',
  'KeptConfidential',
  'ConfidentialityLifted',
] as const;
type HeardEvent = Exclude<ProposalEvent, MergeEvent | { readonly type: (typeof UNHEARD)[number] }>;

/** A domain event as others hear it; null where nobody else does. */
export function toPublished(proposal: Proposal, event: ProposalEvent): NewEvent | null {
  if (isMergeEvent(event)) return mergePublished(proposal, event);
  return isHeard(event) ? heard(proposal, event) : null;
}

const isHeard = (event: Exclude<ProposalEvent, MergeEvent>): event is HeardEvent => !(UNHEARD as readonly string[]).includes(event.type);

function heard(proposal: Proposal, event: HeardEvent): NewEvent {
  const { id: proposalId, organisationId, leadProposerId } = proposal;
  const about = aboutOf(proposal);
  const signers = { leadProposerId, seconderIds: cosignersOf(proposal) };
  const leadUnitId = proposal.assignment?.leadUnitId ?? null;
  const assistingUnitIds = proposal.assignment?.assistingUnitIds ?? [];
  const units = { leadUnitId: leadUnitId!, assistingUnitIds };
  const told = <N extends EventName>(name: N, data: EventData<N>): NewEvent =>
    ({ name, aggregateId: proposalId, version: proposal.version, data }) as unknown as NewEvent;
  switch (event.type) {
    case 'SeconderInvited':
      return told('proposals.seconder-invited.v1', { ...about, leadProposerId, memberId: event.memberId });
    case 'TextChanged':
      return told('proposals.text-changed.v1', { ...about, leadProposerId, memberIds: event.toConfirm });
    case 'ProposalSeconded': {
      const { memberId, seconders } = event;
      return told('proposals.proposal-seconded.v1', { ...about, leadProposerId, memberId, seconders });
    }
    case 'SecondingDeclined': {
      const { memberId, hadSigned, seconders } = event;
      return told('proposals.seconding-declined.v1', { ...about, leadProposerId, memberId, hadSigned, seconders });
    }
    case 'ProposalWithdrawn': {
      const { invited: invitedIds, wasSubmitted, reason } = event;
      return told('proposals.proposal-withdrawn.v1', {
        ...about,
        ...signers,
        leadUnitId,
        assistingUnitIds,
        invitedIds,
        wasSubmitted,
        reason,
      });
    }
    case 'LeadTaken':
      return told('proposals.lead-taken.v1', { ...about, ...signers, formerLeadId: event.formerLeadId });
    case 'ProposalSubmitted':
      return told('proposals.proposal-submitted.v1', { ...about, ...signers, late: event.late });
    case 'ProposalReviewed':
      return told('proposals.proposal-reviewed.v1', { ...about, ...signers, outcome: event.outcome, reason: event.reason });
    case 'ProposalAssigned':
      return told('proposals.proposal-assigned.v1', { ...about, ...signers, ...units, dueOn: event.dueOn });
    case 'ProposalReplied': {
      const { round, feedbackDueOn } = event;
      return told('proposals.proposal-replied.v1', { ...about, ...signers, leadUnitId: units.leadUnitId, round, feedbackDueOn });
    }
    case 'ProposalRated':
      return told('proposals.proposal-rated.v1', { ...about, leadProposerId, round: event.round });
    case 'ProposalReopened':
      return told('proposals.proposal-reopened.v1', { ...about, ...signers, ...units, round: event.round, dueOn: event.dueOn });
    case 'DueDateSettled':
      return told('proposals.due-date-settled.v1', { ...about, ...signers, ...units, dueOn: event.dueOn, before: event.before });
    case 'ProposalClosed':
      return told('proposals.proposal-closed.v1', { ...about, ...signers, leadUnitId });
    case 'DeadlineSet':
      return told('proposals.deadline-set.v1', { ...about, ...deadlineOf(proposalId, event) });
    case 'DeadlineMet':
      return told('proposals.deadline-met.v1', {
        organisationId,
        proposalId,
        deadlineId: derivedId(proposalId, event.matter, event.round),
      });
  }
}

/** Which proposal an event is about: the subject of a confidential one is in none. */
export const aboutOf = ({ id: proposalId, organisationId, sessionId, content, docketNo, confidential }: Proposal) => ({
  organisationId,
  sessionId,
  proposalId,
  subject: confidential ? '' : content.subject,
  docketNo,
});

/** A deadline as others hear of it: known by what it is about, its matter and round. */
export function deadlineOf(
  aboutId: string,
  { matter, round, dueAt, remindAt, owedBy }: Extract<ProposalEvent, { readonly type: 'DeadlineSet' }>,
) {
  const owners = 'unitId' in owedBy ? { memberIds: [], unitId: owedBy.unitId } : { memberIds: owedBy.memberIds, unitId: null };
  const times = { dueAt: dueAt.toISOString(), remindAt: remindAt.toISOString() };
  return { deadlineId: derivedId(aboutId, matter, round), matter, ...times, ...owners };
}
