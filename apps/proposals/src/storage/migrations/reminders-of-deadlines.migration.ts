import { type CivilDate, type Ladder, ladderSteps, remindedOn, WorkingCalendar } from '@plenum/calendar';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BATCH = 2_000;

/** What is owed by a known day, with the ladder and the days that its reminders follow from. */
const OWED = `
  SELECT d.id, d.due_on AS "dueOn", d.started_on AS "startedOn", c.settings -> 'ladder' AS ladder,
    k.zone, k.days_off AS "daysOff", k.working_days AS "workingDays"
  FROM deadlines d JOIN proposals p ON p.id = d.proposal_id JOIN calls c ON c.id = p.call_id
  LEFT JOIN directory_calendars k ON k.organisation_id = d.organisation_id
  WHERE d.met_at IS NULL AND d.due_on IS NOT NULL AND c.settings ? 'ladder' AND d.id > $1 ORDER BY d.id LIMIT ${BATCH}`;

interface OwedRow {
  readonly id: string;
  readonly dueOn: CivilDate;
  readonly startedOn: CivilDate;
  readonly ladder: Ladder;
  readonly zone: string | null;
  readonly daysOff: readonly string[] | null;
  readonly workingDays: readonly string[] | null;
}

/** The day from which something is due soon is kept beside its last day, by the ladder and the working days; of what is owed now, too. */
export class RemindersOfDeadlines1700000000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deadlines ADD COLUMN remind_on text;
      COMMENT ON COLUMN deadlines.remind_on IS 'the day of the first reminder; null where none is before the last day';
    `);
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = (await runner.query(OWED, [after])) as readonly OwedRow[];
      const [ids, days] = [rows.map(({ id }) => id), rows.map(reminderOf)];
      await runner.query('UPDATE deadlines d SET remind_on = r.day FROM unnest($1::uuid[], $2::text[]) AS r (id, day) WHERE d.id = r.id', [
        ids,
        days,
      ]);
      if (rows.length < BATCH) return;
      after = ids.at(-1)!;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deadlines DROP COLUMN remind_on;');
  }
}

function reminderOf({ dueOn, startedOn, ladder, zone, daysOff, workingDays }: OwedRow): CivilDate | null {
  const calendar = new WorkingCalendar({ ...(zone && { zone }), daysOff: daysOff ?? [], workingDays: workingDays ?? [] });
  return remindedOn(ladderSteps({ rungs: ladder.rungs, then: null }, dueOn, calendar), startedOn, calendar);
}
