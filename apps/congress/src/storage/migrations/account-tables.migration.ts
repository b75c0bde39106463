import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Local accounts and what they are signed in with. */
export class AccountTables1700000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE accounts (
        member_id       uuid PRIMARY KEY REFERENCES members,
        password_hash   text,
        code_hash       text,
        code_expires_at timestamptz,
        CHECK ((code_hash IS NULL) = (code_expires_at IS NULL))
      );
      COMMENT ON TABLE accounts IS
        'Secrecy: Argon2id of passwords, SHA-256 of one-time codes of 72 bits; neither is ever kept or sent otherwise.';

      CREATE TABLE sign_in_attempts (
        subject   text PRIMARY KEY,
        failures  timestamptz[] NOT NULL,
        newest_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN sign_in_attempts.subject IS 'a hash of organisation and staff number, whether or not there is such a person';
      CREATE INDEX sign_in_attempts_newest ON sign_in_attempts (newest_at);

      CREATE TABLE refresh_families (
        id          uuid PRIMARY KEY,
        member_id   uuid NOT NULL REFERENCES members,
        began_at    timestamptz NOT NULL,
        expires_at  timestamptz NOT NULL,
        ended_at    timestamptz,
        ended_since text
      );
      CREATE INDEX refresh_families_of_member ON refresh_families (member_id);
      COMMENT ON TABLE refresh_families IS 'one sign-in on one device: every refresh token made of it falls with it';
      CREATE TABLE refresh_tokens (
        hash       text PRIMARY KEY,
        family_id  uuid NOT NULL REFERENCES refresh_families ON DELETE CASCADE,
        expires_at timestamptz NOT NULL,
        used_at    timestamptz
      );
      CREATE INDEX refresh_tokens_of_family ON refresh_tokens (family_id);
      COMMENT ON COLUMN refresh_tokens.hash IS 'Secrecy: SHA-256 of 256 random bits; the token itself is only in the cookie';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE refresh_tokens, refresh_families, sign_in_attempts, accounts;');
  }
}
