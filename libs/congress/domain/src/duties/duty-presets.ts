import { USUAL_LADDER } from '@plenum/calendar';
import type { DutyOffice, DutyPreset } from '../congress.vocabulary.js';
import type { DutyRuleFacts } from './duty-rule.js';
import type { MonthDay, Recurrence } from './recurrence.js';

/** Where a usual duty comes from, and how sure that is: read in full (T), quoted by others (E), not confirmed (U). */
export interface DutySource {
  readonly clause: string;
  readonly mark: 'T' | 'E' | 'U';
}

/** A usual duty of a year, to begin a rule with; its title is said in the language of the reader. */
export interface DutyPresetFacts extends Pick<DutyRuleFacts, 'recurrence' | 'onDayOff' | 'aheadDays' | 'ladder'> {
  readonly offices: readonly DutyOffice[];
  readonly source: DutySource;
}

const END_OF_JUNE: MonthDay = { month: 6, day: 30 };
const yearly = (...days: MonthDay[]): Recurrence => ({ kind: 'YEARLY', days });
const usual = (recurrence: Recurrence, aheadDays: number, clause: string, mark: DutySource['mark']): DutyPresetFacts => ({
  recurrence,
  onDayOff: 'BEFORE',
  aheadDays,
  ladder: USUAL_LADDER,
  offices: ['SECRETARIAT'],
  source: { clause, mark },
});

/** The usual duties of a school: their days are a school's own to set, how often they come is of the source. */
export const DUTY_PRESETS: Readonly<Record<DutyPreset, DutyPresetFacts>> = {
  COLLECTIVE_CONTRACT: usual(yearly(END_OF_JUNE, { month: 12, day: 31 }), 60, 'DOMAIN 22', 'E'),
  FINANCES_POSTED: usual({ kind: 'SCHOOL_TERMS', autumn: { month: 1, day: 15 }, spring: END_OF_JUNE }, 30, 'DOMAIN R93', 'E'),
  LEADERS_APPRAISED: usual(yearly(END_OF_JUNE), 60, 'Order 32 art. 7 (6); DOMAIN R2', 'E'),
  CONGRESS_HELD: usual(yearly(END_OF_JUNE), 90, 'Order 32; DOMAIN R8', 'U'),
  PROPOSALS_REPORT: usual(yearly({ month: 3, day: 31 }), 60, 'Order 32 art. 7 (5); DOMAIN R2', 'E'),
};
