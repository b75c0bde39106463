import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second stage that is run again repeats the one before and follows no election itself: who may stand is with it all the same. */
export class SecondStageAgain1700000000534 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_elected_choose_officers,
        ADD CONSTRAINT ballots_elected_choose_officers CHECK (electorate <> 'elected' OR (kind = 'election'
          AND descent->'eligible' IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_elected_choose_officers,
        ADD CONSTRAINT ballots_elected_choose_officers CHECK (electorate <> 'elected' OR (kind = 'election' AND follows IS NOT NULL
          AND descent->'eligible' IS NOT NULL));
    `);
  }
}
