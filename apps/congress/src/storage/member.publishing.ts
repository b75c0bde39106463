import { hasVote, type MemberRegistered } from '@plenum/congress-domain';
import type { NewEvent } from '@plenum/contracts';

/** The directory's fact of a member (ADR-0003). */
export function memberPublished({ member }: MemberRegistered): NewEvent {
  const { id, organisationId, staffNo, name, mail, unitId, active, standing, version } = member;
  return { name: 'congress.member-registered.v2', aggregateId: id, version, data: { organisationId, memberId: id, staffNo, name, mail, unitId, active, standing, hasVote: hasVote(member) } };
}
