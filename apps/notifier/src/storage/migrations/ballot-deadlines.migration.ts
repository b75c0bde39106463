import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deadlines of ballots beside those of proposals. */
export class BallotDeadlines1700000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deadlines ALTER COLUMN proposal_id DROP NOT NULL, ADD COLUMN ballot_id uuid,
        ADD CONSTRAINT deadlines_about_one CHECK (num_nonnulls(proposal_id, ballot_id) = 1);
      COMMENT ON COLUMN deadlines.subject IS 'the subject of the proposal, or the title of the ballot';`);
  }

  /** What the tables before this step do not know goes. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM deadlines WHERE proposal_id IS NULL;
      ALTER TABLE deadlines DROP COLUMN ballot_id, ALTER COLUMN proposal_id SET NOT NULL;`);
  }
}
