import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second stage: officers elected from among the elected, by themselves or by all delegates. */
export class SecondStage1700000000532 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_electorate_check,
        ADD CONSTRAINT ballots_electorate_check CHECK (electorate IN ('delegates', 'staff', 'elected')),
        DROP CONSTRAINT ballots_staff_advise, ADD CONSTRAINT ballots_staff_advise CHECK (electorate <> 'staff' OR kind IN ('appraisal',
          'poll')),
        ADD CONSTRAINT ballots_elected_choose_officers CHECK (electorate <> 'elected' OR (kind = 'election' AND follows IS NOT NULL
          AND descent->'eligible' IS NOT NULL));
    `);
  }

  /** Refuses where the elected vote among themselves: the tables before this step have no place for that. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_elected_choose_officers, DROP CONSTRAINT ballots_staff_advise,
        ADD CONSTRAINT ballots_staff_advise CHECK (electorate = 'delegates' OR kind IN ('appraisal', 'poll')),
        DROP CONSTRAINT ballots_electorate_check, ADD CONSTRAINT ballots_electorate_check CHECK (electorate IN ('delegates', 'staff'));`);
  }
}
