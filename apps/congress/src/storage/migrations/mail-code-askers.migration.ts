import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked for a code by mail, where they were signed in: what is then done with the code is held with it. */
export class MailCodeAskers1700000002300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts ADD COLUMN mail_code_asked_by uuid REFERENCES members;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts DROP COLUMN mail_code_asked_by;');
  }
}
