import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a member's membership gives, and whether it is the vote; whoever was told of before has it while they work here. */
export class DirectoryStandings1700000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE directory_members ADD COLUMN standing text NOT NULL DEFAULT 'FULL', ADD COLUMN has_vote boolean;
      UPDATE directory_members SET has_vote = active;
      ALTER TABLE directory_members ALTER COLUMN standing DROP DEFAULT, ALTER COLUMN has_vote SET NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE directory_members DROP COLUMN has_vote, DROP COLUMN standing;');
  }
}
