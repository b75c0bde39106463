import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is mailed once a day for a pair of people, and which votes are over. */
export class MailOccasions1700000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deliveries ADD COLUMN occasion text, ADD COLUMN once text UNIQUE;
      COMMENT ON COLUMN deliveries.occasion IS 'who has somebody mailed with what on which day';
      COMMENT ON COLUMN deliveries.once IS 'the occasion and the reader: they are mailed once, and told in the inbox each time';
      CREATE INDEX deliveries_of_occasion ON deliveries (occasion) WHERE occasion IS NOT NULL;
      CREATE INDEX deliveries_not_reached ON deliveries (notice_id) WHERE state IN ('skipped', 'given-up');

      CREATE TABLE ballots_over (ballot_id uuid PRIMARY KEY, over_at timestamptz NOT NULL);
      COMMENT ON TABLE ballots_over IS 'closed or called off: who has not been mailed yet that it is open will not be';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE ballots_over; ALTER TABLE deliveries DROP COLUMN occasion, DROP COLUMN once; DROP INDEX deliveries_not_reached;',
    );
  }
}
