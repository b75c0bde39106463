import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the day is counted by which something is owed on an opinion. What was put in before keeps its day: how it was counted was not kept.
 */
export class OpinionDays1700000000391 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE opinions ADD COLUMN due_period jsonb;
      COMMENT ON COLUMN opinions.due_period IS 'the rule, its first day, and whether due_on may still move; null where nothing is owed';
      CREATE INDEX opinions_provisional ON opinions (id) WHERE due_period ->> 'provisional' = 'true';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE opinions DROP COLUMN due_period');
  }
}
