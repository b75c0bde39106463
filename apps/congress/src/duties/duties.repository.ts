import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CalendarOverrides, type CivilDate, WorkingCalendar } from '@plenum/calendar';
import {
  assertCurrent,
  type Authority,
  CongressErrors,
  type Duty,
  type DutyAuthority,
  type DutyChange,
  type DutyEvent,
  type DutyEvidence,
  duePeriods,
  type DutyRule,
  followRule,
  makeDuty,
  waiveDuty,
} from '@plenum/congress-domain';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import type { VersionedUpdateRequest } from '../storage/update-request.js';
import { dutyPublished } from './duties.publishing.js';
import { DUTY_COLUMNS, dutyColumns, type DutyRow, toDuty } from './duties.rows.js';

const CALENDAR = `
  SELECT zone, days_off AS "daysOff", working_days AS "workingDays" FROM organisation_calendars WHERE organisation_id = $1
`;
const OFFICES = `
  SELECT o.office, o.unit_id AS "unitId" FROM offices o JOIN members m ON m.id = o.member_id AND m.active
   WHERE o.member_id = $1 AND o.organisation_id = $2 AND o.session_id IS NULL AND o.relieved_at IS NULL
`;
const LOCKED = `SELECT ${DUTY_COLUMNS} FROM duties WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE`;
const OPEN_OF_RULE = `SELECT ${DUTY_COLUMNS} FROM duties WHERE rule_id = $1 AND state = 'OPEN' ORDER BY id FOR NO KEY UPDATE`;
const MADE = 'SELECT period FROM duties WHERE rule_id = $1';
const SESSION = 'SELECT id FROM sessions WHERE id = $1 AND organisation_id = $2';
const RESOLUTION = `
  SELECT m.ballot_id FROM decided_motions m
   WHERE m.ballot_id = $1 AND m.organisation_id = $2 AND m.passed
     AND NOT EXISTS (SELECT FROM annulled_ballots WHERE ballot_id = m.ballot_id)
`;

/** The organisation's calendar with its day. */
export interface DutyDay {
  readonly calendar: WorkingCalendar;
  readonly today: CivilDate;
}

/** Duties: a change, its audit row and the deadline that others hear of are written together or not at all. */
@Injectable()
export class DutyRepository {
  private readonly table: AggregateTable<Duty, DutyEvent>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    records: ChangeRecords,
  ) {
    this.table = new AggregateTable({ table: 'duties', kind: 'duty', columnsOf: dutyColumns, toPublished: dutyPublished }, records);
  }

  /** By which calendar an organisation counts, and which day it is there. */
  async dayOf(from: Queryable, organisationId: string): Promise<DutyDay> {
    const [found] = await from.query<Required<CalendarOverrides>>(CALENDAR, [organisationId]);
    const calendar = new WorkingCalendar(found ?? {});
    return { calendar, today: calendar.dayOf(this.clock.now()) };
  }

  /** What somebody is to duties: with the offices by which they may owe one. */
  async authorityOf(from: Queryable, by: Authority, organisationId: string): Promise<DutyAuthority> {
    return { ...by, offices: await from.query<DutyAuthority['offices'][number]>(OFFICES, [by.memberId, organisationId]) };
  }

  /** Changes the duty that the request names. @throws `congress.not-found`, `congress.outdated`, what the change throws */
  async update(
    request: VersionedUpdateRequest,
    by: Authority,
    change: (duty: Duty, by: DutyAuthority, today: CivilDate) => DutyChange,
  ): Promise<void> {
    const { organisationId } = request.actor;
    await this.database.transaction(async (tx) => {
      const [row] = await tx.query<DutyRow>(LOCKED, [request.id, organisationId]);
      if (!row) throw CongressErrors.notFound('duty');
      const before = toDuty(row);
      const { today } = await this.dayOf(tx, organisationId);
      const made = change(before, await this.authorityOf(tx, by, organisationId), today);
      assertCurrent(before, request.read); // After the rules: that it is settled already says more.
      await assertThere(tx, organisationId, made.after.evidence);
      await this.table.update(tx, request, before, made);
    });
  }

  /** Makes the duties of a rule that have appeared and are not there yet; whoever calls holds the rule. @returns how many */
  async makeDue(tx: Transaction, request: ChangeRequest, rule: DutyRule): Promise<number> {
    const { calendar, today } = await this.dayOf(tx, rule.organisationId);
    const made = new Set((await tx.query<{ period: string }>(MADE, [rule.id])).map(({ period }) => period));
    const missing = duePeriods(rule, today, calendar).filter(({ key }) => !made.has(key));
    for (const period of missing) await this.table.insert(tx, request, makeDuty(randomUUID(), rule, period, calendar));
    return missing.length;
  }

  /** What is open is told anew as the amended rule names it; whoever calls holds the rule. */
  async follow(tx: Transaction, request: ChangeRequest, rule: DutyRule): Promise<void> {
    const { calendar } = await this.dayOf(tx, rule.organisationId);
    for (const duty of await openOf(tx, rule.id)) await this.table.update(tx, request, duty, followRule(duty, rule, calendar));
  }

  /** What is open of a rule that was stopped is owed no longer; whoever calls holds the rule. */
  async waiveOpen(tx: Transaction, request: ChangeRequest, by: Authority, rule: DutyRule): Promise<void> {
    const { today } = await this.dayOf(tx, rule.organisationId);
    for (const duty of await openOf(tx, rule.id)) {
      const made = waiveDuty(duty, { ...by, offices: [] }, rule.stoppedFor ?? '', today);
      await this.table.update(tx, request, duty, made);
    }
  }
}

const openOf = async (tx: Transaction, ruleId: string): Promise<Duty[]> => (await tx.query<DutyRow>(OPEN_OF_RULE, [ruleId])).map(toDuty);

/** What evidence refers to is of the organisation, and a resolution is effective. */
async function assertThere(tx: Transaction, organisationId: string, evidence: DutyEvidence | null): Promise<void> {
  if (!evidence) return;
  const { sessionId, ballotId } = evidence;
  const isThere = async (sql: string, id: string | null) => id === null || (await tx.query<unknown>(sql, [id, organisationId])).length > 0;
  if (!(await isThere(SESSION, sessionId))) throw CongressErrors.notFound('session');
  if (!(await isThere(RESOLUTION, ballotId))) throw CongressErrors.notFound('ballot');
}
