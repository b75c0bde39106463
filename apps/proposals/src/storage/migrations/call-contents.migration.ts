import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a call asks for and excludes, how many proposals it hopes for, calls without an end, and who confirmed the exclusions. */
export class CallContents1700000000351 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE calls ADD COLUMN themes text[] NOT NULL DEFAULT '{}', ADD COLUMN exclusions text[] NOT NULL DEFAULT '{}',
        ADD COLUMN targets jsonb NOT NULL DEFAULT '{"perDelegation": null, "ofDelegations": []}';
      COMMENT ON COLUMN calls.closes_at IS 'the first instant past the window; infinity where proposals are taken all the year';
      COMMENT ON COLUMN calls.exclusions IS 'what its proposals must not be about; confirmed at submission';

      ALTER TABLE proposals ADD COLUMN exclusions_confirmed jsonb;
      CREATE INDEX proposals_of_call ON proposals (call_id, lead_proposer_id) WHERE submitted_at IS NOT NULL;
      COMMENT ON COLUMN proposals.exclusions_confirmed IS 'by whom and when at the latest submission; null where nobody was asked';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What knew no call without an end gets one that nobody will see.
    await runner.query(`
      DROP INDEX proposals_of_call;
      ALTER TABLE proposals DROP COLUMN exclusions_confirmed;

      UPDATE calls SET closes_at = opens_at + interval '100 years' WHERE closes_at = 'infinity';
      ALTER TABLE calls DROP COLUMN targets, DROP COLUMN exclusions, DROP COLUMN themes;
      COMMENT ON COLUMN calls.closes_at IS 'the first instant past the window';
    `);
  }
}
