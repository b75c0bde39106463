import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds: the ballot that a run-off or a supplementary election follows. One ballot has one further round. */
export class BallotRounds1700000000470 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots ADD COLUMN follows uuid REFERENCES ballots;
      CREATE UNIQUE INDEX ballots_followed ON ballots (follows);
      COMMENT ON COLUMN ballots.follows IS 'the ballot whose outcome asked for this one; it stays as it is';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ballots DROP COLUMN follows');
  }
}
