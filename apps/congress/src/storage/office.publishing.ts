import type { OfficeEvent } from '@plenum/congress-domain';
import type { NewEvent } from '@plenum/contracts';

/** Who holds an office, or no longer does. */
export function officePublished({ type, office: state }: OfficeEvent): NewEvent {
  const { id, organisationId, memberId, office, sessionId, unitId, chief, version } = state;
  return type === 'OfficeAssigned'
    ? {
        name: 'congress.office-assigned.v1',
        aggregateId: id,
        version,
        data: { organisationId, officeId: id, memberId, office, sessionId, unitId, chief },
      }
    : { name: 'congress.office-relieved.v1', aggregateId: id, version, data: { organisationId, officeId: id, memberId } };
}
