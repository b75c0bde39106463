import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts whose password was set by way of a one-time code, and who confirmed that they are their owners'. */
export class AccountResets1700000000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session_announcements (session_id uuid PRIMARY KEY, at timestamptz NOT NULL);
      CREATE TABLE account_resets (member_id uuid NOT NULL, at timestamptz NOT NULL, made_by uuid, is_first boolean NOT NULL);
      CREATE INDEX account_resets_of_member ON account_resets (member_id, at);
      COMMENT ON COLUMN account_resets.made_by IS 'who gave the code; null where it went to the address of the member';
      CREATE TABLE account_confirmations (
        ballot_id uuid NOT NULL REFERENCES ballots ON DELETE CASCADE, member_id uuid NOT NULL, confirmed_by uuid NOT NULL,
          at timestamptz NOT NULL,
        PRIMARY KEY (ballot_id, member_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account_confirmations, account_resets, session_announcements;');
  }
}
