import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import { type Commitment, type CommitmentEvent, cosignersOf, type Proposal } from '@plenum/proposals-domain';
import { deadlineIdOf } from './parts/deadline-id.js';
import { aboutOf, deadlineOf } from './proposal.publishing.js';

/** A fact about a promise as others hear it: what it says is read where it stands. */
export function toPublishedCommitment(proposal: Proposal, commitment: Commitment, event: CommitmentEvent): NewEvent {
  const { id: commitmentId, unitId, organisationId } = commitment;
  const about = { ...aboutOf(proposal), leadProposerId: proposal.leadProposerId, seconderIds: cosignersOf(proposal), commitmentId, unitId };
  const told = <N extends EventName>(name: N, data: EventData<N>): NewEvent =>
    ({ name, aggregateId: commitmentId, version: commitment.version, data }) as unknown as NewEvent;
  switch (event.type) {
    case 'CommitmentMade':
      return told('proposals.commitment-made.v1', { ...about, dueOn: event.dueOn });
    case 'CommitmentReported':
      return told('proposals.commitment-reported.v1', { ...about, settlement: event.settlement });
    case 'CommitmentReturned':
      return told('proposals.commitment-returned.v1', { ...about, reason: event.reason });
    case 'CommitmentSettled':
      return told('proposals.commitment-settled.v1', { ...about, settlement: event.settlement });
    case 'CommitmentCarried':
      return told('proposals.commitment-carried.v1', { ...about, dueOn: event.dueOn, before: event.before });
    case 'DeadlineSet':
      return told('proposals.deadline-set.v2', deadlineOf(aboutOf(proposal), event));
    case 'DeadlineMet':
      return told('proposals.deadline-met.v2', { organisationId, deadlineId: deadlineIdOf(event) });
  }
}
