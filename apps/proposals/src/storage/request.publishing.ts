import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import type { AnswerDeadline, Request, RequestEvent, RequestSubject } from '@plenum/proposals-domain';
import { deadlineIdOf } from './parts/deadline-id.js';
import { deadlineOf } from './proposal.publishing.js';

/** What happened to a request as others hear it. */
export function requestPublished(request: Request, happened: RequestEvent | AnswerDeadline): NewEvent {
  if ('fact' in happened) return deadlinePublished(request, happened);
  const { type, about } = happened;
  const { id: requestId, organisationId, proposalId, kind, dueOn, asked, answered } = request;
  const { leadProposerId: _lead, isConfidential, unitId, replyDueOn, ...subject } = about;
  const facts = { organisationId, proposalId, ...subject, requestId, kind, askedBy: asked.by, ...(unitId && { aboutUnitId: unitId }) };
  // What is said about a confidential one would say what it is about.
  const told = (reason: string | null): string | null => (isConfidential ? null : reason);
  const event = <N extends EventName>(name: N, data: EventData<N>): NewEvent =>
    ({ name, aggregateId: requestId, version: request.version, data }) as unknown as NewEvent;
  switch (type) {
    case 'RequestMade':
      return event('proposals.request-made.v1', { ...facts, ...owedBy(request, about), reason: told(asked.reason), dueOn });
    case 'RequestAnswered': {
      const { by: answeredBy, outcome, reason } = answered!;
      return event('proposals.request-answered.v1', {
        ...facts,
        answeredBy,
        outcome,
        reason: told(reason),
        ...(replyDueOn && { replyDueOn }),
      });
    }
    case 'RequestTakenBack':
      return event('proposals.request-taken-back.v1', { ...facts, ...owedBy(request, about) });
  }
}

/** What became of the day for its answer, as others hear it. */
function deadlinePublished({ id, organisationId, proposalId, version }: Request, { about, fact }: AnswerDeadline): NewEvent {
  const { sessionId, subject, docketNo } = about;
  const told = <N extends EventName>(name: N, data: EventData<N>): NewEvent =>
    ({ name, aggregateId: id, version, data }) as unknown as NewEvent;
  return fact.type === 'DeadlineSet'
    ? told('proposals.deadline-set.v2', deadlineOf({ organisationId, sessionId, proposalId, subject, docketNo }, fact))
    : told('proposals.deadline-met.v2', { organisationId, deadlineId: deadlineIdOf(fact) });
}

/** Who owes the answer: these members, the people of a unit, or the committee of the session. */
function owedBy({ owedBy: party }: Request, { leadProposerId }: RequestSubject) {
  const ofMember = party.who === 'lead-proposer' ? [leadProposerId] : party.who === 'member' ? [party.memberId] : [];
  return {
    memberIds: ofMember,
    unitId: party.who === 'unit' ? party.unitId : null,
    ofCommittee: party.who === 'committee',
    ...(party.who === 'head' && { headOfUnitId: party.unitId }),
    ...(party.who === 'leader' && { leaderOfUnitId: party.unitId }),
  };
}
