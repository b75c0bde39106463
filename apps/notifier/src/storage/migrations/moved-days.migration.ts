import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A day that moves ends the reminders of the day before it, and none of its own. */
export class MovedDays1700000000361 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice_endings ADD COLUMN but_due_at timestamptz;
      COMMENT ON COLUMN notice_endings.but_due_at IS 'what is told of this day stays; null where everything is over';
    `);
  }

  /** What ended no reminder but those of another day would end them all. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM notice_endings WHERE but_due_at IS NOT NULL;
      ALTER TABLE notice_endings DROP COLUMN but_due_at;
    `);
  }
}
