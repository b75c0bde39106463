import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rosters as they were uploaded, what they would do, and what they did. */
export class RosterTables1700000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roster_imports (
        id              uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        session_id      uuid,
        file_name       text NOT NULL,
        uploaded_by     uuid NOT NULL,
        uploaded_at     timestamptz NOT NULL,
        confirmed_at    timestamptz,
        lines           jsonb NOT NULL,
        rows            jsonb NOT NULL,
        FOREIGN KEY (organisation_id, session_id) REFERENCES sessions (organisation_id, id),
        FOREIGN KEY (organisation_id, uploaded_by) REFERENCES members (organisation_id, id)
      );
      COMMENT ON TABLE roster_imports IS 'nothing of it stands in members or seats until it is confirmed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE roster_imports;');
  }
}
