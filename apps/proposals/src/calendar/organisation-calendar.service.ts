import { Injectable } from '@nestjs/common';
import { DEFAULT_ZONE, WorkingCalendar } from '@plenum/calendar';
import { type Actor, AuditTrail, Database } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Standings } from '../access/standings.js';
import type { OrganisationCalendarAnswer } from './calendar.responses.js';

const PUBLIC_CALENDAR: OrganisationCalendarAnswer = { zone: DEFAULT_ZONE, daysOff: [], workingDays: [] };

/** The days that an organisation changes in the public calendar. Dates that were set before stay as they were set. */
@Injectable()
export class OrganisationCalendars {
  constructor(
    private readonly database: Database,
    private readonly standings: Standings,
    private readonly audit: AuditTrail,
  ) {}

  async of({ organisationId }: Actor): Promise<OrganisationCalendarAnswer> {
    const sql = 'SELECT zone, days_off AS "daysOff", working_days AS "workingDays" FROM organisation_calendars WHERE organisation_id = $1';
    const [calendar] = await this.database.query<OrganisationCalendarAnswer>(sql, [organisationId]);
    return calendar ?? PUBLIC_CALENDAR;
  }

  /**
   * For the committee or secretariat of the whole organisation.
   * @throws `proposals.forbidden`, `calendar.no-such-date`, `calendar.contradictory-override`, `calendar.unknown-time-zone`
   */
  async set(actor: Actor, calendar: OrganisationCalendarAnswer): Promise<OrganisationCalendarAnswer> {
    const { organisationId, memberId } = actor;
    return this.database.transaction(async (tx) => {
      if (!(await this.standings.offices(tx, actor)).runsCalendar) throw AccessErrors.forbidden();
      new WorkingCalendar(calendar);
      const { zone, daysOff, workingDays } = calendar;
      await tx.query(
        `INSERT INTO organisation_calendars (organisation_id, zone, days_off, working_days) VALUES ($1, $2, $3, $4)
         ON CONFLICT (organisation_id) DO UPDATE SET zone = excluded.zone, days_off = excluded.days_off, working_days = excluded.working_days`,
        [organisationId, zone, daysOff, workingDays],
      );
      const subject = { kind: 'calendar', id: organisationId };
      await this.audit.append(tx, { organisationId, actor: memberId, action: 'set-organisation-calendar', subject, after: { zone, daysOff, workingDays } });
      return { zone, daysOff, workingDays };
    });
  }
}
