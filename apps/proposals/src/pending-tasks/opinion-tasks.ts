import { Injectable } from '@nestjs/common';
import type { CivilDate, WorkingCalendar } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { opinionNumberText } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { BoxAuthorities } from '../access/box-authorities.js';
import type { OpinionTaskMatter, OpinionTasksAnswer } from './pending-tasks.responses.js';

const COUNTED_MAX = 1_000; // A number beside a heading; counting further tells nobody more.
const SHOWN_MAX = 20;

interface TaskRow {
  readonly id: string;
  readonly year: number;
  readonly nth: number;
  readonly subject: string;
  readonly dueOn: CivilDate | null;
  readonly total: number;
}

const rowsWhere = (condition: string): string => `SELECT o.*, least(count(*) OVER (), ${COUNTED_MAX})::int AS total FROM (
  SELECT id, year, nth, subject, due_on AS "dueOn" FROM opinions WHERE ${condition} ORDER BY due_on, id LIMIT ${COUNTED_MAX}
) o ORDER BY "dueOn", id LIMIT ${SHOWN_MAX}`;
/** Nothing here reads whose an opinion is. */
const TO_DECIDE = rowsWhere("organisation_id = $1 AND state = 'RECEIVED'");
const TO_ANSWER = rowsWhere(`organisation_id = $1 AND ((state = 'ROUTED' AND unit_id = ANY($2::uuid[])) OR (state = 'ACCEPTED' AND $3))`);
const TO_JUDGE = rowsWhere("organisation_id = $1 AND state = 'REPLIED' AND suggester_id = $2");

/**
 * What the opinion box asks of somebody: of the committee to decide, of who took one on to answer, of a suggester to say whether it
 * helped.
 */
@Injectable()
export class OpinionTasks {
  constructor(
    private readonly database: Database,
    private readonly authorities: BoxAuthorities,
  ) {}

  async of(actor: Actor, calendar: WorkingCalendar): Promise<OpinionTasksAnswer[]> {
    const { organisationId, memberId } = actor;
    const { reviews, handles } = await this.authorities.of(this.database, actor);
    const answers = reviews || handles.length > 0;
    const groups = await Promise.all([
      reviews ? this.group('decide-opinion', TO_DECIDE, [organisationId], calendar) : [],
      answers ? this.group('answer-opinion', TO_ANSWER, [organisationId, handles, reviews], calendar) : [],
      this.group('judge-answer', TO_JUDGE, [organisationId, memberId], calendar),
    ]);
    return groups.flat();
  }

  private async group(
    matter: OpinionTaskMatter,
    sql: string,
    parameters: readonly unknown[],
    calendar: WorkingCalendar,
  ): Promise<OpinionTasksAnswer[]> {
    const rows = await this.database.query<TaskRow>(sql, [...parameters]);
    const [first] = rows;
    if (!first) return [];
    const items = rows.map(({ id, subject, dueOn, ...number }) => ({
      opinionId: id,
      number: opinionNumberText(number),
      subject,
      dueAt: dueOn === null ? null : calendar.endOf(dueOn).toISOString(),
    }));
    return [{ matter, items, total: first.total }];
  }
}
