import { Injectable } from '@nestjs/common';
import { type CalendarOverrides, DEFAULT_ZONE } from '@plenum/calendar';
import { assertCurrent } from '@plenum/congress-domain';
import { Database, type Queryable } from '@plenum/database';
import { ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { lockOrganisation } from '../storage/locks.js';

type Calendar = Required<CalendarOverrides>;
type StoredCalendar = Calendar & { readonly version: number };

const PUBLIC_CALENDAR: StoredCalendar = { zone: DEFAULT_ZONE, daysOff: [], workingDays: [], version: 0 };

const FIND =
  'SELECT zone, days_off AS "daysOff", working_days AS "workingDays", version FROM organisation_calendars WHERE organisation_id = $1';
const SET = `
  INSERT INTO organisation_calendars (organisation_id, zone, days_off, working_days, version) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (organisation_id)
  DO UPDATE SET zone = excluded.zone, days_off = excluded.days_off, working_days = excluded.working_days, version = excluded.version
`;

/** What organisations change in the public calendar. */
@Injectable()
export class CalendarRepository {
  constructor(
    private readonly database: Database,
    private readonly records: ChangeRecords,
  ) {}

  /** The organisation's calendar; the public one where it changes nothing. */
  async find(from: Queryable, organisationId: string): Promise<StoredCalendar> {
    const [found] = await from.query<StoredCalendar>(FIND, [organisationId]);
    return found ?? PUBLIC_CALENDAR;
  }

  /**
   * Sets the calendar of the request's organisation. What is as it was already is neither written nor told again. @throws
   * `congress.outdated`
   */
  async set(request: ChangeRequest, { zone, daysOff, workingDays }: Calendar): Promise<void> {
    const { organisationId } = request.actor;
    await this.database.transaction(async (tx) => {
      await lockOrganisation(tx, organisationId);
      const { version, ...before } = await this.find(tx, organisationId);
      const after = { zone, daysOff, workingDays };
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      assertCurrent({ version }, request.read);
      await tx.query(SET, [organisationId, zone, daysOff, workingDays, version + 1]);
      await this.records.write(tx, request, {
        subject: { kind: 'calendar', id: organisationId },
        before,
        after,
        events: [
          { name: 'congress.calendar-set.v1', aggregateId: organisationId, version: version + 1, data: { organisationId, ...after } },
        ],
      });
    });
  }
}
