import type { Duty, DutyEvent } from '@plenum/congress-domain';
import type { NewEvent } from '@plenum/contracts';

/** What others hear of a duty: what is owed by when, as every service says it, and that it no longer is. */
export function dutyPublished(duty: Duty, event: DutyEvent): NewEvent {
  const { id, organisationId, titleZh, titleEn, responsible, version } = duty;
  const about = { aggregateId: id, version };
  if (event.type === 'DutySettled') return { ...about, name: 'congress.deadline-met.v2', data: { organisationId, deadlineId: id } };
  if (event.type === 'DutyWaived') return { ...about, name: 'congress.deadline-stopped.v2', data: { organisationId, deadlineId: id } };
  const title = titleEn === '' ? titleZh : `${titleZh} / ${titleEn}`;
  return {
    ...about,
    name: 'congress.deadline-set.v2',
    data: {
      organisationId,
      sessionId: null,
      deadlineId: id,
      about: { kind: 'duty', id, title },
      docketNo: null,
      matter: 'duty',
      round: 1,
      dueAt: event.dueAt.toISOString(),
      steps: event.steps.map(({ workingDays, at, hears }) => ({ workingDays, at: at.toISOString(), hears: [...hears] })),
      owedBy: { memberIds: [...responsible.memberIds], unitId: responsible.unitId, offices: [...responsible.offices] },
      chasedBy: ['SECRETARIAT'],
    },
  };
}
