import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agendas of sessions, and the resolutions by which a congress may have adopted one. */
export class AgendaTables1700000002700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agendas (
        id              uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisations,
        session_id      uuid NOT NULL UNIQUE REFERENCES sessions,
        state           text NOT NULL CHECK (state IN ('COLLECTING', 'AGREED', 'ADOPTED')),
        items           jsonb NOT NULL,
        agreement       jsonb,
        adoptions       jsonb NOT NULL,
        reopened_for    text,
        version         integer NOT NULL
      );
      COMMENT ON COLUMN agendas.adoptions IS 'every vote of the congress on it, with the items as they were put to it';
      CREATE TABLE decided_motions (
        ballot_id       uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisations,
        session_id      uuid NOT NULL,
        title           text NOT NULL,
        passed          boolean NOT NULL,
        decided_at      timestamptz NOT NULL
      );
      CREATE INDEX decided_motions_session ON decided_motions (session_id, decided_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE decided_motions;
      DROP TABLE agendas;
    `);
  }
}
