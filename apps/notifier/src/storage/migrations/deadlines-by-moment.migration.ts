import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what is said of a deadline in one version, the later word holds. */
export class DeadlinesByMoment1700000000374 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deadlines ADD COLUMN said_at timestamptz NOT NULL DEFAULT '-infinity';
      ALTER TABLE deadlines ALTER COLUMN said_at DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deadlines DROP COLUMN said_at;');
  }
}
