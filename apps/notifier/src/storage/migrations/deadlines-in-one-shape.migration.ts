import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step as a deadline carries it. */
const step = (workingDays: string, at: string, ...hears: readonly string[]): string =>
  `jsonb_build_object('workingDays', ${workingDays}, 'hears', '${JSON.stringify(hears)}'::jsonb,
    'at', to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
const DAYS = '-greatest(1, round(extract(epoch FROM due_at - remind_at) / 86400)::int)';
/** What a deadline of before is worth in steps: once before its end, to who owes it and their head, and once when it is past, to all. */
const STEPS = `jsonb_build_array(${step(DAYS, 'remind_at', 'debtor', 'head')}, ${step('1', 'due_at', 'debtor', 'head', 'committee')})`;
const TOLD = (stage: string, nth: number, at: string): string => `
  INSERT INTO reminders (deadline_id, due_at, working_days, told_at, hears, cause)
  SELECT id, due_at, (steps -> ${nth} ->> 'workingDays')::int, ${at}, ARRAY(SELECT jsonb_array_elements_text(steps -> ${nth} -> 'hears')),
    id || '.${stage}.' || (extract(epoch FROM due_at) * 1000)::bigint
  FROM deadlines WHERE ${at} IS NOT NULL AND due_at IS NOT NULL`;

/** Deadlines of all services in one shape, with the steps of their ladders, and which of these were told. */
export class DeadlinesInOneShape1700000000345 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deadlines RENAME COLUMN subject TO title;
      COMMENT ON COLUMN deadlines.title IS 'empty where it is confidential';
      ALTER TABLE deadlines DROP CONSTRAINT deadlines_about_one,
        ADD COLUMN about_kind text, ADD COLUMN about_id uuid, ADD COLUMN round integer NOT NULL DEFAULT 1,
        ADD COLUMN steps jsonb NOT NULL DEFAULT '[]', ADD COLUMN offices text[] NOT NULL DEFAULT '{}',
        ADD COLUMN chased_by text[] NOT NULL DEFAULT '{}', ADD COLUMN state text NOT NULL DEFAULT 'runs',
        ADD COLUMN since timestamptz, ADD COLUMN next_at timestamptz;
      CREATE TABLE reminders (
        deadline_id uuid NOT NULL REFERENCES deadlines (id) ON DELETE CASCADE,
        due_at timestamptz NOT NULL,
        working_days integer NOT NULL,
        told_at timestamptz NOT NULL,
        hears text[] NOT NULL,
        cause text NOT NULL,
        PRIMARY KEY (deadline_id, due_at, working_days)
      );
      COMMENT ON TABLE reminders IS 'the steps that were told: each once for a due day';
      COMMENT ON COLUMN reminders.cause IS 'of the notices: who was told';
      UPDATE deadlines SET about_kind = CASE WHEN ballot_id IS NULL THEN 'proposal' ELSE 'ballot' END,
        about_id = coalesce(ballot_id, proposal_id), since = 'epoch', state = CASE WHEN is_met THEN 'met' ELSE 'runs' END,
        offices = CASE WHEN ballot_id IS NULL THEN '{}' ELSE '{PRESIDIUM,SECRETARIAT}'::text[] END,
        chased_by = CASE WHEN ballot_id IS NULL THEN '{PROPOSALS_COMMITTEE}' ELSE '{PRESIDIUM,SECRETARIAT}'::text[] END;
      UPDATE deadlines SET steps = ${STEPS}, next_at = CASE WHEN is_met OR overdue_told_at IS NOT NULL THEN NULL
        WHEN reminded_at IS NOT NULL THEN due_at ELSE remind_at END WHERE due_at IS NOT NULL;
      ${TOLD('due-soon', 0, 'reminded_at')};
      ${TOLD('overdue', 1, 'overdue_told_at')};
      DROP INDEX deadlines_to_remind, deadlines_to_tell_overdue;
      ALTER TABLE deadlines DROP COLUMN proposal_id, DROP COLUMN ballot_id, DROP COLUMN remind_at, DROP COLUMN reminded_at,
        DROP COLUMN overdue_told_at, DROP COLUMN is_met,
        ADD CONSTRAINT deadlines_state CHECK (state IN ('runs', 'stands', 'met'));
      COMMENT ON COLUMN deadlines.about_id IS 'what it is about is shown there; null of what was met before anybody heard of the debt';
      COMMENT ON COLUMN deadlines.offices IS 'whoever holds these in the session owes it, besides the members and the unit';
      COMMENT ON COLUMN deadlines.since IS 'from when on it is due by this day: steps before that are not told';
      COMMENT ON COLUMN deadlines.next_at IS 'of the next step; null where none is ahead';
      CREATE INDEX deadlines_next ON deadlines (next_at) WHERE state = 'runs' AND next_at IS NOT NULL;
      CREATE INDEX deadlines_about ON deadlines (about_id);`);
  }

  /** What the tables before this step do not know goes: what is about neither a proposal nor a ballot, and the steps between. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM deadlines WHERE about_kind NOT IN ('proposal', 'ballot') OR about_kind IS NULL;
      ALTER TABLE deadlines ADD COLUMN proposal_id uuid, ADD COLUMN ballot_id uuid, ADD COLUMN remind_at timestamptz,
        ADD COLUMN reminded_at timestamptz, ADD COLUMN overdue_told_at timestamptz, ADD COLUMN is_met boolean;
      UPDATE deadlines d SET is_met = state <> 'runs',
        proposal_id = CASE WHEN about_kind = 'proposal' THEN about_id END, ballot_id = CASE WHEN about_kind = 'ballot' THEN about_id END,
        remind_at = coalesce((SELECT max((step ->> 'at')::timestamptz) FROM jsonb_array_elements(d.steps) step
          WHERE (step ->> 'workingDays')::int < 0), d.due_at),
        reminded_at = (SELECT min(told_at) FROM reminders r WHERE r.deadline_id = d.id AND r.due_at = d.due_at),
        overdue_told_at = (SELECT min(told_at) FROM reminders r WHERE r.deadline_id = d.id AND r.due_at = d.due_at AND r.working_days > 0);
      DROP TABLE reminders;
      DROP INDEX deadlines_next, deadlines_about;
      ALTER TABLE deadlines DROP COLUMN about_kind, DROP COLUMN about_id, DROP COLUMN round, DROP COLUMN steps, DROP COLUMN offices,
        DROP COLUMN chased_by, DROP COLUMN state, DROP COLUMN since, DROP COLUMN next_at, ALTER COLUMN is_met SET NOT NULL,
        ADD CONSTRAINT deadlines_about_one CHECK (num_nonnulls(proposal_id, ballot_id) = 1);
      ALTER TABLE deadlines RENAME COLUMN title TO subject;
      COMMENT ON COLUMN deadlines.subject IS 'the subject of the proposal, or the title of the ballot';
      CREATE INDEX deadlines_to_remind ON deadlines (remind_at) WHERE NOT is_met AND reminded_at IS NULL;
      CREATE INDEX deadlines_to_tell_overdue ON deadlines (due_at) WHERE NOT is_met AND overdue_told_at IS NULL;`);
  }
}
