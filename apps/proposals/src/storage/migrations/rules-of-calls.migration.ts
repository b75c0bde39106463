import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What calls ask for holds as it was frozen into them. A reply that is due before the next session has no day until that is set up. And a
 * call that was opened before the signature of the leader in charge was asked for asks for none: it says so now, so that the default of
 * later calls does not bind it.
 */
export class RulesOfCalls1700000000388 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deadlines ALTER COLUMN due_on DROP NOT NULL,
        ADD CONSTRAINT deadlines_due_or_awaited CHECK (due_on IS NOT NULL OR coalesce(rule ->> 'kind', '') = 'before-session');
      COMMENT ON COLUMN deadlines.due_on IS 'the last day on which it is in time; null until the session that it is due before is set up';
      UPDATE calls SET settings = settings || '{"leaderSignOff": "none"}' WHERE NOT settings ? 'leaderSignOff'`);
  }

  /** What the calls say stays: the version before reads it the same. There is no way back for a reply without a day. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE deadlines SET rule = NULL WHERE rule ->> 'kind' = 'before-session' AND due_on IS NOT NULL;
      ALTER TABLE deadlines DROP CONSTRAINT deadlines_due_or_awaited, ALTER COLUMN due_on SET NOT NULL;
      COMMENT ON COLUMN deadlines.due_on IS 'the last day on which it is in time'`);
  }
}
