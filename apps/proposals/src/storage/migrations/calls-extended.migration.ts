import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The end of a call may move: its changes are counted. */
export class CallsExtended1700000000330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE calls ADD COLUMN version integer NOT NULL DEFAULT 1;
      COMMENT ON COLUMN calls.version IS 'counts the changes of the window';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calls DROP COLUMN version;');
  }
}
