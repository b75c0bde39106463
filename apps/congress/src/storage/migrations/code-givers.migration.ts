import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever gave a one-time code can sign in as its owner: it is kept, and told when the code is used. */
export class CodeGivers1700000002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts ADD COLUMN code_given_by uuid REFERENCES members;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts DROP COLUMN code_given_by;');
  }
}
