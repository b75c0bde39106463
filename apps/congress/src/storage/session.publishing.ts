import { lateFrom } from '@plenum/calendar';
import type { Session, SittingEvent } from '@plenum/congress-domain';
import type { NewEvent } from '@plenum/contracts';

/** After which change of the session an event stands, and by whose hand it was made; nobody's where the system did it. */
export interface SittingTold {
  readonly version: number;
  readonly by: string | null;
}

/** What others hear of a session. Each event has a version of its own, the session's after it. */
export function sittingPublished(event: SittingEvent, session: Session, { version, by }: SittingTold): NewEvent {
  const ofSession = { organisationId: session.organisationId, sessionId: session.id };
  const about = { aggregateId: session.id, version };
  switch (event.type) {
    case 'SessionSetUp': {
      const { termNo, sessionNo, title, opensAt, closesAt, quorum } = event.session;
      return {
        ...about,
        name: 'congress.session-set-up.v1',
        data: { ...ofSession, termNo, sessionNo, title, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), quorum },
      };
    }
    case 'SessionOpened':
      return { ...about, name: 'congress.session-opened.v1', data: { ...ofSession, openedAt: event.at.toISOString() } };
    case 'SessionClosed':
      return { ...about, name: 'congress.session-closed.v1', data: { ...ofSession, closedAt: event.at.toISOString() } };
    case 'DelegationAmended':
    case 'DelegationFormed': {
      const { id, name, headMemberId } = event.delegation;
      return { ...about, name: 'congress.delegation-formed.v1', data: { ...ofSession, delegationId: id, name, headMemberId } };
    }
    case 'DelegateSeated':
      return {
        ...about,
        name: 'congress.delegate-seated.v1',
        data: { ...ofSession, memberId: event.seat.memberId, delegationId: event.seat.delegationId, kind: event.seat.kind },
      };
    case 'DelegateUnseated':
      return { ...about, name: 'congress.delegate-unseated.v1', data: { ...ofSession, memberId: event.seat.memberId } };
    case 'AttendanceChanged': {
      const { memberId, present, point } = event;
      const beginning = lateFrom(session);
      const late = present && beginning !== null && point.at > beginning;
      return {
        ...about,
        name: 'congress.attendance-changed.v2',
        data: {
          ...ofSession,
          memberId,
          present,
          at: point.at.toISOString(),
          by,
          late,
          presentCount: point.present,
          entitled: point.entitled,
        },
      };
    }
  }
}
