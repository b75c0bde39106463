import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever opens or closes a session, moves or ends a seat, or confirms a roster says which version was read. A session's own version counts
 * every arrival, too: its revision counts what such a decision is made on.
 */
export class ReadVersions1700000002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions ADD COLUMN revision integer NOT NULL DEFAULT 1;
      ALTER TABLE sessions ALTER COLUMN revision DROP DEFAULT;
      ALTER TABLE seats ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE roster_imports ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE roster_imports ALTER COLUMN version DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions DROP COLUMN revision;
      ALTER TABLE seats DROP COLUMN version;
      ALTER TABLE roster_imports DROP COLUMN version;
    `);
  }
}
