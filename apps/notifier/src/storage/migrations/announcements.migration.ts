import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organisers tell people in their own words. */
export class Announcements1700000000360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE announcements (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        audience jsonb NOT NULL,
        title text NOT NULL,
        text text NOT NULL,
        sent_by uuid NOT NULL,
        sent_at timestamptz NOT NULL,
        reached integer NOT NULL
      );
      COMMENT ON COLUMN announcements.id IS 'the cause of the notices that it made';
      COMMENT ON COLUMN announcements.audience IS 'its kind, which session, delegation or unit, and what that was called';
      CREATE INDEX announcements_of ON announcements (organisation_id, sent_at DESC, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE announcements;');
  }
}
