import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import { type Opinion, type OpinionDeadlineEvent, type OpinionEvent, opinionNumberText } from '@plenum/proposals-domain';
import { derivedId } from '@plenum/service-kit';

/** A fact about an opinion as others hear it; whose it is, only where that person alone is told. */
export function toPublishedOpinion(opinion: Opinion, event: OpinionEvent | OpinionDeadlineEvent, sessionId: string | null): NewEvent {
  const { id: opinionId, organisationId, subject, suggesterId, version } = opinion;
  const about = { organisationId, opinionId, number: opinionNumberText(opinion.number), subject };
  const told = <N extends EventName>(name: N, data: EventData<N>): NewEvent =>
    ({ name, aggregateId: opinionId, version, data }) as unknown as NewEvent;
  switch (event.type) {
    case 'OpinionReceived':
      return told('proposals.opinion-received.v1', { ...about, sessionId });
    case 'OpinionDecided': {
      // What the committee writes to a unit, or to itself, is read where it stands.
      const reason = event.outcome === 'DECLINED' ? event.reason : null;
      return told('proposals.opinion-decided.v1', { ...about, suggesterId, outcome: event.outcome, reason });
    }
    case 'OpinionRouted':
      return told('proposals.opinion-routed.v1', { ...about, unitId: event.unitId, dueOn: event.dueOn });
    case 'OpinionReplied':
      return told('proposals.opinion-replied.v1', { ...about, suggesterId });
    case 'OpinionJudged':
      return told('proposals.opinion-judged.v1', { ...about, sessionId });
    case 'DeadlineMet':
      return told('proposals.deadline-met.v2', { organisationId, deadlineId: derivedId(opinionId, event.matter, event.round) });
    case 'DeadlineSet': {
      const { matter, round, dueAt, steps, unitId } = event;
      return told('proposals.deadline-set.v2', {
        organisationId,
        sessionId,
        deadlineId: derivedId(opinionId, matter, round),
        about: { kind: 'opinion', id: opinionId, title: subject },
        docketNo: about.number,
        matter,
        round,
        dueAt: dueAt.toISOString(),
        steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() })),
        owedBy: { memberIds: [], unitId, offices: unitId === null ? ['PROPOSALS_COMMITTEE'] : [] },
        chasedBy: ['PROPOSALS_COMMITTEE'],
      });
    }
  }
}
