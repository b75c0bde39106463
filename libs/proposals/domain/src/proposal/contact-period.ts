import { periodBy, resumed, type CivilDate, type RunningPeriod } from '@plenum/calendar';
import { deadlineMet, deadlineMoved, deadlineSet } from './deadline.js';
import type { Handling } from './handling.js';
import type { PolicyContext } from './policy.js';
import type { DeadlineMetEvent, DeadlineMovedEvent, DeadlineSetEvent } from './proposal.events.js';
import { announcedAnew } from './reply-period.js';

/** It is owed once after an assignment, not in each round. */
const ROUND = 1;

/** By when a unit that is assigned now is to have spoken with the proposer (Chongqing 18); null where the call does not ask for it. */
export function contactPeriod({ call, calendar, at }: PolicyContext): RunningPeriod | null {
  const rule = call.settings.contactWithin;
  return rule && periodBy(rule, calendar.dayOf(at), calendar);
}

/** What became of the time in which the lead unit is to speak with the proposer; nothing where that is not owed. */
export function contactRuns(
  type: DeadlineSetEvent['type'] | DeadlineMovedEvent['type'],
  { id, leadUnitId, contactDue }: Pick<Handling, 'id' | 'leadUnitId' | 'contactDue'>,
  context: PolicyContext,
): readonly (DeadlineSetEvent | DeadlineMovedEvent)[] {
  if (contactDue === null) return [];
  const owed = {
    about: { kind: 'handling', id },
    matter: 'contact',
    round: ROUND,
    ...contactDue,
    owedBy: { unitId: leadUnitId },
  } as const;
  return [type === 'DeadlineSet' ? deadlineSet(owed, context) : deadlineMoved(type, owed, context)];
}

/** That the lead unit need not speak with the proposer any more: it has, or is waived that; nothing where it was not owed. */
export const contactMet = (
  { id, contactDue }: Pick<Handling, 'id' | 'contactDue'>,
  fate: 'done' | 'waived',
): readonly DeadlineMetEvent[] => (contactDue === null ? [] : [deadlineMet({ kind: 'handling', id }, 'contact', ROUND, fate)]);

/** The time for it running on from the day after; null where it is not owed. */
export const contactRunningOn = (
  { contactDue }: Pick<Handling, 'contactDue'>,
  on: CivilDate,
  { calendar }: PolicyContext,
): RunningPeriod | null => contactDue && resumed(contactDue, on, calendar);

/** The time for it counted anew once its holidays are announced; null where that says nothing new, or it is not owed. */
export const contactAnnouncedAnew = ({ contactDue }: Pick<Handling, 'contactDue'>, { calendar }: PolicyContext): RunningPeriod | null =>
  contactDue && announcedAnew(contactDue, calendar);
