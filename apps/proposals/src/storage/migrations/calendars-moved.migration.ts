import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars belong to the congress service, which tells of them (ADR-0019). No release had them here, so that nothing is carried over. */
export class CalendarsMoved1700000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisation_calendars;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `
        CREATE TABLE organisation_calendars (organisation_id uuid PRIMARY KEY, zone text NOT NULL, days_off text[] NOT NULL,
          working_days text[] NOT NULL);
      `,
    );
  }
}
