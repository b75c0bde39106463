import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import type { MergeEvent, Proposal, ProposalEvent } from '@plenum/proposals-domain';

const MERGE_EVENTS: readonly string[] = ['MergeProposed', 'MergeEnded', 'ProposalsMerged', 'MergeUndone'] satisfies MergeEvent['type'][];

/** Whether an event is about a merge. */
export const isMergeEvent = (event: ProposalEvent): event is MergeEvent => MERGE_EVENTS.includes(event.type);

/** What happened to a merge as others hear it: about the proposal that the others are merged into. */
export function mergePublished(proposal: Omit<Proposal, 'state'>, event: MergeEvent): NewEvent {
  const { id: proposalId, organisationId, sessionId, docketNo, content, confidential } = proposal;
  const { parts, memberIds } = event;
  const facts = { organisationId, sessionId, proposalId, subject: confidential ? '' : content.subject, docketNo, parts, memberIds };
  const told = <N extends EventName>(name: N, data: EventData<N>): NewEvent =>
    ({ name, aggregateId: proposalId, version: proposal.version, data }) as unknown as NewEvent;
  switch (event.type) {
    case 'MergeProposed':
      return told('proposals.merge-proposed.v1', { ...facts, reason: event.reason, dueOn: event.dueOn });
    case 'MergeEnded':
      return told('proposals.merge-ended.v1', { ...facts, outcome: event.outcome, reason: event.reason, endedBy: event.by });
    case 'ProposalsMerged':
      return told('proposals.proposals-merged.v1', facts);
    case 'MergeUndone':
      return told('proposals.merge-undone.v1', { ...facts, reason: event.reason });
  }
}
