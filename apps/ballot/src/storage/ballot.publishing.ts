import type { Ballot, BallotEvent } from '@plenum/ballot-domain';
import type { NewEvent } from '@plenum/contracts';

/** A domain event as others hear it: never a vote, and of the result only its status, once it is declared. */
export function toPublished(ballot: Ballot, event: BallotEvent): NewEvent {
  const { id: aggregateId, version, organisationId, sessionId, kind, title } = ballot;
  const data = { organisationId, sessionId, ballotId: aggregateId, kind, title };
  switch (event.type) {
    case 'BallotAnnounced':
      return { name: 'ballot.ballot-announced.v1', aggregateId, version, data };
    case 'BallotOpened':
      return { name: 'ballot.ballot-opened.v1', aggregateId, version, data };
    case 'BallotClosed':
      return { name: 'ballot.ballot-closed.v1', aggregateId, version, data };
    case 'ScheduleRefused':
      return { name: 'ballot.schedule-refused.v1', aggregateId, version, data: { ...data, act: event.act, code: event.code } };
    case 'SignaturesDue':
      return { name: 'ballot.signatures-due.v1', aggregateId, version, data: { ...data, memberIds: event.memberIds } };
    case 'ResultDeclared':
      return { name: 'ballot.result-declared.v1', aggregateId, version, data: { ...data, status: event.status } };
    case 'ResultPublished':
      return { name: 'ballot.result-published.v1', aggregateId, version, data: { ...data, status: event.status } };
  }
}
