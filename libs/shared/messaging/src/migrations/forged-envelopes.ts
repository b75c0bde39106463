import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came out of the queue and was not made by its alleged publisher. */
export class ForgedEnvelopes1700000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE forged_envelopes (
        day      date NOT NULL,
        forgery  text NOT NULL,
        claimed  text NOT NULL,
        times    bigint NOT NULL DEFAULT 1,
        first_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (day, forgery, claimed)
      );
      COMMENT ON TABLE forged_envelopes IS 'jobs that were refused because their seal was not their publisher''s; never what they said';
      COMMENT ON COLUMN forged_envelopes.claimed IS 'the event that they claimed to be, empty where there is no such event';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE forged_envelopes;');
  }
}
