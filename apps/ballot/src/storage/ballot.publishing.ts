import type { Ballot, BallotEvent } from '@plenum/ballot-domain';
import type { EventData, NewEvent } from '@plenum/contracts';
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
    case 'DeadlineSet':
      return { name: 'ballot.deadline-set.v2', ...about, data: deadlineOf(ballot, event) };
    case 'DeadlineMet':
      return { name: 'ballot.deadline-met.v2', ...about, data: { organisationId, deadlineId: derivedId(aggregateId, event.matter) } };
  }
}

const ORGANISERS = ['PRESIDIUM', 'SECRETARIAT'] as const;

/** A deadline as others hear of it: known by its ballot and matter. Organisers owe it, and chase it themselves. */
function deadlineOf(
  { id, organisationId, sessionId, title }: Ballot,
  { matter, dueAt, steps }: Extract<BallotEvent, { readonly type: 'DeadlineSet' }>,
): EventData<'ballot.deadline-set.v2'> {
  return {
    organisationId,
    sessionId,
    deadlineId: derivedId(id, matter),
    about: { kind: 'ballot', id, title },
    docketNo: null,
    matter,
    round: 1,
    dueAt: dueAt.toISOString(),
    steps: steps.map(({ workingDays, at, hears }) => ({ workingDays, at: at.toISOString(), hears })),
    owedBy: { memberIds: [], unitId: null, offices: ORGANISERS },
    chasedBy: ORGANISERS,
  };
}
