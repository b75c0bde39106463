import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days that organisations change in the public calendar. */
export class CalendarTables1700000001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation_calendars (
        organisation_id uuid PRIMARY KEY REFERENCES organisations,
        zone            text NOT NULL,
        days_off        text[] NOT NULL,
        working_days    text[] NOT NULL,
        version         integer NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisation_calendars;');
  }
}
