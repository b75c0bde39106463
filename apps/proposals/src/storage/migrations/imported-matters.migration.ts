import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of earlier matters as they were uploaded, and which matters came out of them. */
export class ImportedMatters1700000000385 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE history_imports (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, session_id uuid NOT NULL, file_name text NOT NULL,
        uploaded_by uuid NOT NULL, uploaded_at timestamptz NOT NULL, confirmed_at timestamptz,
        lines jsonb NOT NULL, rows jsonb NOT NULL, version integer NOT NULL
      );
      CREATE INDEX history_imports_open ON history_imports (organisation_id, uploaded_at) WHERE confirmed_at IS NULL;
      COMMENT ON TABLE history_imports IS 'nothing of it stands among the proposals until it is confirmed';

      CREATE TABLE imported_matters (
        proposal_id uuid PRIMARY KEY REFERENCES proposals ON DELETE CASCADE, organisation_id uuid NOT NULL, session_id uuid NOT NULL,
        number text NOT NULL, proposer text, unit text, import_id uuid NOT NULL REFERENCES history_imports, imported_by uuid NOT NULL,
        imported_at timestamptz NOT NULL, UNIQUE (session_id, number)
      );
      COMMENT ON TABLE imported_matters IS 'matters of earlier sessions that were brought in from a table';
      COMMENT ON COLUMN imported_matters.proposer IS 'the name in the table, where no member bears it';
      COMMENT ON COLUMN imported_matters.unit IS 'the unit that answered, as it was called when it was imported';
    `);
  }

  /** @throws where matters were imported: nothing would tell them from those that were filed here */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM imported_matters) THEN
          RAISE EXCEPTION 'earlier matters were imported: there is no way back that would tell them from others';
        END IF;
      END $$;
      DROP TABLE imported_matters, history_imports;
    `);
  }
}
