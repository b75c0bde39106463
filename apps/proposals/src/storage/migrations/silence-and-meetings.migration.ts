import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What silence was taken for, and the meetings after the last round; there were none of either. */
export class SilenceAndMeetings1700000000374 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE silences (
        handling_id uuid NOT NULL, round integer NOT NULL, policy text NOT NULL, settled_at timestamptz NOT NULL,
        explanation text, explained_by uuid, explained_at timestamptz,
        PRIMARY KEY (handling_id, round), FOREIGN KEY (handling_id, round) REFERENCES replies ON DELETE CASCADE,
        CHECK ((explanation IS NULL) = (explained_by IS NULL) AND (explanation IS NULL) = (explained_at IS NULL))
      );
      COMMENT ON TABLE silences IS 'replies that nobody rated in time, and what the call took that for';

      CREATE TABLE escalation_meetings (
        handling_id uuid PRIMARY KEY REFERENCES handlings ON DELETE CASCADE,
        met_on text NOT NULL, present uuid[] NOT NULL, minutes text NOT NULL, recorded_by uuid NOT NULL, recorded_at timestamptz NOT NULL
      );
      COMMENT ON TABLE escalation_meetings IS 'after the last round: who met, and what was said; what came of it is the ending';

      CREATE INDEX deadlines_feedback_open ON deadlines (due_on, id) WHERE met_at IS NULL AND matter = 'feedback';
    `);
  }

  /** @throws where there was a meeting: its minutes would be lost */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM escalation_meetings) THEN
          RAISE EXCEPTION 'meetings were recorded: there is no way back for their minutes';
        END IF;
      END $$;
      DROP INDEX deadlines_feedback_open;
      DROP TABLE escalation_meetings, silences;
    `);
  }
}
