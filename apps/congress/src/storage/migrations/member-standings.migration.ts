import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a member's membership gives; whoever is there already has all of it. */
export class MemberStandings1700000001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE members ADD COLUMN standing text NOT NULL DEFAULT 'FULL' CHECK (standing IN ('FULL', 'RETAINED', 'SUSPENDED'));
      ALTER TABLE members ALTER COLUMN standing DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE members DROP COLUMN standing;');
  }
}
