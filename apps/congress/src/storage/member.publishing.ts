import { hasVote, type MemberEvent } from '@plenum/congress-domain';
import type { NewEvent } from '@plenum/contracts';

/**
 * What others hear of a member: the directory's fact (ADR-0003); and of a changed address, what it was, and by
 * whose hand. A mobile number has a fact of its own, which whoever sends messages hears alone.
 */
export function memberPublished(event: MemberEvent, changedBy: string | null): NewEvent {
  const { id, organisationId, staffNo, name, mail, mobile, unitId, active, standing, version } = event.member;
  if (event.type === 'MailChanged')
    return {
      name: 'congress.mail-changed.v1',
      aggregateId: id,
      version,
      data: { organisationId, memberId: id, former: event.former, current: mail, changedBy },
    };
  if (event.type === 'MobileChanged')
    return {
      name: 'congress.mobile-changed.v1',
      aggregateId: id,
      version,
      data: { organisationId, memberId: id, current: mobile, changedBy },
    };
  return {
    name: 'congress.member-registered.v2',
    aggregateId: id,
    version,
    data: { organisationId, memberId: id, staffNo, name, mail, unitId, active, standing, hasVote: hasVote(event.member) },
  };
}
