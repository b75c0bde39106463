import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers of sessions: what lists need of them, apart from it their bytes, who opened them; and why a session opened without some. */
export class PaperTables1700000002710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session_papers (
        session_id      uuid PRIMARY KEY REFERENCES sessions,
        organisation_id uuid NOT NULL REFERENCES organisations,
        id              uuid NOT NULL UNIQUE,
        rule            jsonb NOT NULL,
        papers          jsonb NOT NULL,
        version         integer NOT NULL
      );
      CREATE INDEX session_papers_organisation ON session_papers (organisation_id);
      CREATE TABLE paper_contents (
        paper_id uuid NOT NULL,
        nth      integer NOT NULL,
        content  bytea NOT NULL,
        PRIMARY KEY (paper_id, nth)
      );
      ALTER TABLE paper_contents ALTER COLUMN content SET STORAGE EXTERNAL;
      COMMENT ON TABLE paper_contents IS 'Apart, so that no list reads them; compressed already by their own formats.';
      CREATE TABLE paper_openings (
        session_id uuid NOT NULL REFERENCES sessions,
        paper_id   uuid NOT NULL,
        nth        integer NOT NULL,
        member_id  uuid NOT NULL REFERENCES members,
        opened_at  timestamptz NOT NULL,
        PRIMARY KEY (paper_id, nth, member_id)
      );
      CREATE INDEX paper_openings_session ON paper_openings (session_id);
      COMMENT ON TABLE paper_openings IS 'the reading list: when somebody with a seat first opened a version';
      ALTER TABLE sessions ADD COLUMN late_papers text[];
      ALTER TABLE sessions ADD COLUMN late_papers_reason text;
      COMMENT ON COLUMN sessions.late_papers IS 'titles of papers that were late when the session opened nevertheless';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions DROP COLUMN late_papers_reason;
      ALTER TABLE sessions DROP COLUMN late_papers;
      DROP TABLE paper_openings;
      DROP TABLE paper_contents;
      DROP TABLE session_papers;
    `);
  }
}
