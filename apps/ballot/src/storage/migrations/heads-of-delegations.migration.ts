import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resolutions of the heads of delegations, who say which proposals are excellent. */
export class HeadsOfDelegations1700000000750 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_electorate_check,
        ADD CONSTRAINT ballots_electorate_check CHECK (electorate IN ('delegates', 'staff', 'elected', 'heads')),
        ADD CONSTRAINT ballots_heads_choose_proposals CHECK (electorate <> 'heads' OR kind = 'resolution');
    `);
  }

  /** Refuses where heads of delegations were asked: the tables before this step have no place for that. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_heads_choose_proposals, DROP CONSTRAINT ballots_electorate_check,
        ADD CONSTRAINT ballots_electorate_check CHECK (electorate IN ('delegates', 'staff', 'elected'));
    `);
  }
}
