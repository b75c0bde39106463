import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failed sign-ins of each address, whomever they were for, as all replicas count them. */
export class SignInFailures1700000002400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_failures (network text PRIMARY KEY, since timestamptz NOT NULL, failures integer NOT NULL);
      COMMENT ON TABLE sign_in_failures IS
        'hashes of addresses, and how often a sign-in from there failed within a minute; cleared an hour later when others fail';
      CREATE INDEX sign_in_failures_since ON sign_in_failures (since);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_failures;');
  }
}
