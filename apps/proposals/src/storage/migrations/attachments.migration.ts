import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that belong to a proposal: what lists need of them, and apart from it their bytes. */
export class Attachments1700000000353 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachments (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, proposal_id uuid NOT NULL REFERENCES proposals ON DELETE CASCADE,
        subject text NOT NULL CHECK (subject IN ('proposal', 'reply')), subject_id uuid NOT NULL,
        name text NOT NULL, kind text NOT NULL, bytes integer NOT NULL CHECK (bytes > 0), sha256 text NOT NULL,
        added_by uuid NOT NULL, added_at timestamptz NOT NULL, since_text integer, until_text integer,
        CHECK (subject <> 'proposal' OR (subject_id = proposal_id AND since_text IS NOT NULL))
      );
      CREATE INDEX attachments_of_subject ON attachments (subject_id, added_at);
      CREATE INDEX attachments_of_proposal ON attachments (proposal_id);
      CREATE INDEX attachments_of_organisation ON attachments (organisation_id) INCLUDE (bytes) WHERE until_text IS NULL;
      COMMENT ON COLUMN attachments.since_text IS 'the number of the text that it came with; of a reply none';
      COMMENT ON COLUMN attachments.until_text IS 'the number of the text that it was taken away in; its bytes are gone then';

      CREATE TABLE attachment_contents (attachment_id uuid PRIMARY KEY REFERENCES attachments ON DELETE CASCADE, content bytea NOT NULL);
      ALTER TABLE attachment_contents ALTER COLUMN content SET STORAGE EXTERNAL;
      COMMENT ON TABLE attachment_contents IS 'Apart, so that no list reads them; compressed already by their own formats.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment_contents, attachments;');
  }
}
