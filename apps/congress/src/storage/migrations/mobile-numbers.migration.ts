import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mobile number of a member, for who wants to be told by SMS. */
export class MobileNumbers1700000002600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE members ADD COLUMN mobile text CHECK (mobile ~ '^\\+[1-9][0-9]{6,14}$');
      COMMENT ON COLUMN members.mobile IS 'E.164; in no list of people, and of no use for signing in';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE members DROP COLUMN mobile;');
  }
}
