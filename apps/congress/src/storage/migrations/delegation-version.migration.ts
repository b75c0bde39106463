import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two people who change one delegation: the second says which version was read. */
export class DelegationVersion1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delegations ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE delegations ALTER COLUMN version DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE delegations DROP COLUMN version;');
  }
}
