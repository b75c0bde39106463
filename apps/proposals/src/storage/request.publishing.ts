import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import type { Request, RequestEvent, RequestSubject } from '@plenum/proposals-domain';

/** What happened to a request as others hear it. */
export function requestPublished(request: Request, { type, about }: RequestEvent): NewEvent {
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
