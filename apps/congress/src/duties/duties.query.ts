import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CivilDate } from '@plenum/calendar';
import { allowedOnDuty, type Duty, type DutyAuthority, dutyStanding } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { DutyRepository } from './duties.repository.js';
import type { DutiesResponse, DutyNameResponse, DutyResponse } from './duties.responses.js';
import { DUTY_COLUMNS, type DutyRow, toDuty } from './duties.rows.js';
import { dutyNames, type DutyNames } from './duty-names.js';

const MOST = 500;
const SEPTEMBER = 9;

// What an earlier year left open is owed in the one that runs, and what appears ahead of the next.
const OF_YEAR = `
  SELECT ${DUTY_COLUMNS} FROM duties
   WHERE organisation_id = $1 AND (due_on BETWEEN $2 AND $3 OR ($4 AND state = 'OPEN')) ORDER BY duties.due_on, id LIMIT ${MOST}
`;
const RESOLUTIONS = `
  SELECT m.ballot_id AS id, m.title AS name FROM decided_motions m
   WHERE m.organisation_id = $1 AND m.passed AND NOT EXISTS (SELECT FROM annulled_ballots WHERE ballot_id = m.ballot_id)
   ORDER BY m.decided_at DESC, m.ballot_id LIMIT 50
`;

/** The duties of a school year: what is due, what was settled, what is missed. */
export class DutiesOfYear extends Query<DutiesResponse> {
  constructor(
    readonly actor: Actor,
    readonly schoolYear: number | null,
  ) {
    super();
  }
}

@QueryHandler(DutiesOfYear)
export class DutiesOfYearHandler implements IQueryHandler<DutiesOfYear> {
  constructor(
    private readonly permissions: Permissions,
    private readonly duties: DutyRepository,
    private readonly database: Database,
  ) {}

  async execute({ actor, schoolYear }: DutiesOfYear): Promise<DutiesResponse> {
    const { organisationId } = actor;
    const who = await this.permissions.assertAllowed(actor, 'read-duties');
    const [{ today }, by] = await Promise.all([
      this.duties.dayOf(this.database, organisationId),
      this.duties.authorityOf(this.database, who, organisationId),
    ]);
    const running = schoolYearOf(today);
    const year = schoolYear ?? running;
    const range = [`${year}-09-01`, `${year + 1}-08-31`, year === running];
    const found = (await this.database.query<DutyRow>(OF_YEAR, [organisationId, ...range])).map(toDuty);
    const names = await dutyNames(this.database, organisationId, found.flatMap(idsOf));
    const duties = found.map((duty) => shown(duty, by, names, today));
    const maySettle = duties.some(({ allowedActions }) => allowedActions.includes('settle'));
    const resolutions = maySettle ? await this.database.query<DutyNameResponse>(RESOLUTIONS, [organisationId]) : [];
    return { schoolYear: year, today, duties, resolutions };
  }
}

/** The year in which the school year of a day begins, on the first of September. */
const schoolYearOf = (day: CivilDate): number => Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < SEPTEMBER ? 1 : 0);

const idsOf = ({ responsible: { memberIds, unitId }, evidence, closedBy }: Duty): (string | null)[] => [
  ...memberIds,
  unitId,
  closedBy,
  evidence?.sessionId ?? null,
  evidence?.ballotId ?? null,
];

const shown = (duty: Duty, by: DutyAuthority, names: DutyNames, today: CivilDate): DutyResponse => ({
  id: duty.id,
  ruleId: duty.ruleId,
  titleZh: duty.titleZh,
  titleEn: duty.titleEn,
  period: duty.period,
  dueOn: duty.dueOn,
  standing: dutyStanding(duty, today),
  responsible: names.responsible(duty.responsible),
  evidence: duty.evidence && {
    text: duty.evidence.text,
    on: duty.evidence.on,
    session: names.ofMaybe(duty.evidence.sessionId),
    ballot: names.ofMaybe(duty.evidence.ballotId),
  },
  waivedFor: duty.waivedFor,
  closedBy: names.ofMaybe(duty.closedBy),
  closedOn: duty.closedOn,
  allowedActions: [...allowedOnDuty(duty, by)],
  version: duty.version,
});
