import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists, search and signatures ask of a proposal: the order they come in, the pairs of characters they are found by, its text. */
export class ProposalLists1700000000340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD COLUMN text_version integer NOT NULL DEFAULT 1,
        ADD COLUMN awaited_on text GENERATED ALWAYS AS
          (CASE WHEN state IN ('ASSIGNED', 'IN_PROGRESS') THEN assignment ->> 'dueOn' END) STORED;
      COMMENT ON COLUMN proposals.text_version IS 'the version in which the text last changed';
      COMMENT ON COLUMN proposals.awaited_on IS 'by when a reply is owed; null where none is';

      CREATE FUNCTION text_pairs(given text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
        SELECT coalesce(array_agg(DISTINCT substr(lower(given), place, 2)), '{}')
        FROM generate_series(1, length(given) - 1) AS place
      $$;
      COMMENT ON FUNCTION text_pairs IS 'Pairs of neighbouring characters: two Chinese characters are a word to look for.';

      DROP INDEX proposals_of_organisation;
      CREATE INDEX proposals_by_submission ON proposals (organisation_id, submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;
      CREATE INDEX proposals_of_session_by_submission ON proposals (session_id, submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;
      CREATE INDEX proposals_by_state ON proposals (organisation_id, state, submitted_at, id) WHERE submitted_at IS NOT NULL;
      CREATE INDEX proposals_awaited ON proposals (organisation_id, awaited_on, submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;
      CREATE INDEX proposals_by_docket ON proposals (organisation_id, length(docket_no), docket_no, id) WHERE submitted_at IS NOT NULL;
      CREATE INDEX proposals_by_words ON proposals USING gin (text_pairs(subject || ' ' || coalesce(docket_no, '')));
      CREATE INDEX proposals_provisional ON proposals (id)
        WHERE assignment ->> 'dueProvisional' = 'true' AND state IN ('ASSIGNED', 'IN_PROGRESS');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX proposals_provisional, proposals_by_words, proposals_by_docket, proposals_awaited, proposals_by_state,
        proposals_of_session_by_submission, proposals_by_submission;
      CREATE INDEX proposals_of_organisation ON proposals (organisation_id, submitted_at DESC) WHERE submitted_at IS NOT NULL;
      DROP FUNCTION text_pairs;
      ALTER TABLE proposals DROP COLUMN awaited_on, DROP COLUMN text_version;
    `);
  }
}
