import type { NewEvent } from '@plenum/contracts';
import { type Proposal, type ProposalEvent, secondersOf } from '@plenum/proposals-domain';
import { derivedId } from '@plenum/service-kit';

/** A domain event as others hear it. */
export function toPublished(proposal: Proposal, event: ProposalEvent): NewEvent {
  const { id: aggregateId, version, organisationId, leadProposerId } = proposal;
  const about = {
    organisationId,
    sessionId: proposal.sessionId,
    proposalId: aggregateId,
    subject: proposal.content.subject,
    docketNo: proposal.docketNo,
  };
  const signers = { leadProposerId, seconderIds: secondersOf(proposal) };
  const leadUnitId = proposal.assignment?.leadUnitId ?? null;
  switch (event.type) {
    case 'SeconderInvited':
      return { name: 'proposals.seconder-invited.v1', aggregateId, version, data: { ...about, leadProposerId, memberId: event.memberId } };
    case 'TextChanged':
      return { name: 'proposals.text-changed.v1', aggregateId, version, data: { ...about, leadProposerId, memberIds: event.toConfirm } };
    case 'ProposalSeconded':
      return {
        name: 'proposals.proposal-seconded.v1',
        aggregateId,
        version,
        data: { ...about, leadProposerId, memberId: event.memberId, seconders: event.seconders },
      };
    case 'ProposalSubmitted':
      return { name: 'proposals.proposal-submitted.v1', aggregateId, version, data: { ...about, ...signers, late: event.late } };
    case 'ProposalReviewed':
      return {
        name: 'proposals.proposal-reviewed.v1',
        aggregateId,
        version,
        data: { ...about, ...signers, outcome: event.outcome, reason: event.reason },
      };
    case 'ProposalAssigned': {
      const units = { leadUnitId: event.leadUnitId, assistingUnitIds: event.assistingUnitIds };
      return { name: 'proposals.proposal-assigned.v1', aggregateId, version, data: { ...about, ...signers, ...units, dueOn: event.dueOn } };
    }
    case 'ProposalReplied': {
      const { round, feedbackDueOn } = event;
      return {
        name: 'proposals.proposal-replied.v1',
        aggregateId,
        version,
        data: { ...about, ...signers, leadUnitId: leadUnitId!, round, feedbackDueOn },
      };
    }
    case 'ProposalRated':
      return { name: 'proposals.proposal-rated.v1', aggregateId, version, data: { ...about, leadProposerId, round: event.round } };
    case 'ProposalClosed':
      return { name: 'proposals.proposal-closed.v1', aggregateId, version, data: { ...about, ...signers, leadUnitId } };
    case 'DeadlineSet': {
      const { matter, round, dueAt, remindAt, owedBy } = event;
      const owners = 'unitId' in owedBy ? { memberIds: [], unitId: owedBy.unitId } : { memberIds: owedBy.memberIds, unitId: null };
      const times = { dueAt: dueAt.toISOString(), remindAt: remindAt.toISOString() };
      const data = { ...about, deadlineId: derivedId(aggregateId, matter, round), matter, ...times, ...owners };
      return { name: 'proposals.deadline-set.v1', aggregateId, version, data };
    }
    case 'DeadlineMet': {
      const data = { organisationId, proposalId: aggregateId, deadlineId: derivedId(aggregateId, event.matter, event.round) };
      return { name: 'proposals.deadline-met.v1', aggregateId, version, data };
    }
  }
}
