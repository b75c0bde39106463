import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Replies as they are written, version by version, whom the units spoke with, and what leaders wrote on assignments. There was none of it
 * before.
 */
export class RepliesDrafted1700000000369 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reply_drafts (
        handling_id uuid NOT NULL REFERENCES handlings, round integer NOT NULL, number integer NOT NULL, version integer NOT NULL,
        content jsonb NOT NULL, saved_by uuid NOT NULL, saved_at timestamptz NOT NULL,
        PRIMARY KEY (handling_id, round, number), UNIQUE (handling_id, version)
      );
      COMMENT ON TABLE reply_drafts IS 'For the units and whoever clears them: read by no list, page of a proposer, or export.';
      COMMENT ON COLUMN reply_drafts.version IS 'counts the savings of all drafts of the handling';

      CREATE TABLE contacts (
        id uuid PRIMARY KEY, proposal_id uuid NOT NULL REFERENCES proposals, handling_id uuid NOT NULL REFERENCES handlings,
        round integer NOT NULL, contacted_on text NOT NULL, way text NOT NULL, who text NOT NULL, noted text NOT NULL,
        by_member uuid NOT NULL, at timestamptz NOT NULL
      );
      CREATE INDEX contacts_of_proposal ON contacts (proposal_id, at);
      CREATE INDEX contacts_of_handling ON contacts (handling_id);
      COMMENT ON TABLE contacts IS 'Append-only: that a unit spoke with a proposer.';

      ALTER TABLE handlings ADD COLUMN instruction jsonb;
      COMMENT ON COLUMN handlings.instruction IS 'what a leader wrote on the assignment, and who; null where nobody did';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM reply_drafts) OR EXISTS (SELECT FROM contacts)
          OR EXISTS (SELECT FROM handlings WHERE instruction IS NOT NULL) THEN
          RAISE EXCEPTION 'units drafted replies, logged contacts or were instructed: there is no way back for it';
        END IF;
      END $$;
      ALTER TABLE handlings DROP COLUMN instruction;
      DROP TABLE contacts, reply_drafts;
    `);
  }
}
