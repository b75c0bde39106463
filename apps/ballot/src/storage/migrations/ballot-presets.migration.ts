import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which preset the rules of a ballot started. */
export class BallotPresets1700000000460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots ADD COLUMN preset text;
      COMMENT ON COLUMN ballots.preset IS 'id of the preset that the rules started from; the rules themselves are kept whole';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ballots DROP COLUMN preset');
  }
}
