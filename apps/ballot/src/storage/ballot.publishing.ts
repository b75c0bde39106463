import type { Ballot, BallotEvent } from '@plenum/ballot-domain';
import type { NewEvent } from '@plenum/contracts';
import { derivedId } from '@plenum/service-kit';

/** A domain event as others hear it: never a vote, and of the result nothing before it is declared. */
export function toPublished(ballot: Ballot, event: BallotEvent): NewEvent {
  const { id: aggregateId, version, organisationId, sessionId, kind, title } = ballot;
  const data = { organisationId, sessionId, ballotId: aggregateId, kind, title };
  const { electorate, descent, officers } = ballot;
  const ofElectorate = { ...data, electorate, memberIds: electorate === 'elected' ? [...(descent?.eligible ?? [])] : [] };
  const about = { aggregateId, version } as const;
  switch (event.type) {
    case 'BallotAnnounced':
      return { name: 'ballot.ballot-announced.v1', ...about, data: ofElectorate };
    case 'BallotCalledOff':
      return { name: 'ballot.ballot-called-off.v1', ...about, data: { ...ofElectorate, reason: event.reason } };
    case 'BallotOpened':
      return { name: 'ballot.ballot-opened.v1', ...about, data: ofElectorate };
    case 'BallotClosed':
      return { name: 'ballot.ballot-closed.v1', ...about, data: { ...data, memberIds: officers.map(({ memberId }) => memberId) } };
    case 'ScheduleRefused':
      return { name: 'ballot.schedule-refused.v1', ...about, data: { ...data, act: event.act, code: event.code } };
    case 'SignaturesDue':
      return { name: 'ballot.signatures-due.v1', ...about, data: { ...data, memberIds: event.memberIds } };
    case 'CandidatesPosted':
      return { name: 'ballot.candidates-posted.v1', ...about, data: { ...data, untilOn: event.untilOn } };
    case 'CandidateObjectionRaised':
      return { name: 'ballot.candidate-objection-raised.v1', ...about, data };
    case 'ResultDeclared':
      return { name: 'ballot.result-declared.v1', ...about, data: { ...data, status: event.status } };
    case 'ResultApproved':
      return { name: 'ballot.result-approved.v1', ...about, data: { ...data, reference: event.reference } };
    case 'ResultRejected':
      return { name: 'ballot.result-rejected.v1', ...about, data: { ...data, reference: event.reference, reason: event.reason } };
    case 'ResultPublished':
      return { name: 'ballot.result-published.v2', ...about, data: { ...data, status: event.status, untilOn: event.untilOn } };
    case 'ObjectionRaised':
      return { name: 'ballot.objection-raised.v1', ...about, data };
    case 'ObjectionAnswered':
      return {
        name: 'ballot.objection-answered.v1',
        ...about,
        data: { ...data, memberId: event.memberId, outcome: event.upheld ? 'UPHELD' : 'DISMISSED' },
      };
    case 'ResultAnnulled':
      return { name: 'ballot.result-annulled.v1', ...about, data: { ...data, reason: event.reason, declared: event.declared } };
    case 'MotionDecided':
      return {
        name: 'ballot.motion-decided.v1',
        ...about,
        data: { ...data, kind: 'resolution', status: event.status, items: event.items, electorate },
      };
    case 'OfficersElected': {
      const { elected, post, office } = event;
      return {
        name: 'ballot.officers-elected.v1',
        ...about,
        data: { ...data, kind: 'election', elected, post, office: office?.name ?? null, scope: office?.scope ?? null },
      };
    }
    case 'DeadlineSet': {
      const { matter, dueAt, remindAt } = event;
      const times = { dueAt: dueAt.toISOString(), remindAt: remindAt.toISOString() };
      return { name: 'ballot.deadline-set.v1', ...about, data: { ...data, deadlineId: derivedId(aggregateId, matter), matter, ...times } };
    }
    case 'DeadlineMet':
      return {
        name: 'ballot.deadline-met.v1',
        ...about,
        data: { organisationId, ballotId: aggregateId, deadlineId: derivedId(aggregateId, event.matter) },
      };
  }
}
