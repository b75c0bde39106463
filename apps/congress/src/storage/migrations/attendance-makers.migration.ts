import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signed somebody in or out: attendance by another's hand is marked. */
export class AttendanceMakers1700000002200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE seats ADD COLUMN moved_by uuid REFERENCES members;
      COMMENT ON COLUMN seats.moved_by IS 'who said that the member came or went last; null before anybody kept it';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE seats DROP COLUMN moved_by;');
  }
}
