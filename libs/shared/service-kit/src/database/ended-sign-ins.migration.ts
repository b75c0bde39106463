import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins that were ended while access tokens of theirs still run. */
export class EndedSignInTables1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ended_sign_ins (id uuid PRIMARY KEY, ended_at timestamptz NOT NULL);
      COMMENT ON TABLE ended_sign_ins IS 'kept until every access token of the sign-in has expired by itself';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ended_sign_ins;');
  }
}
