import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices that are signed in, devices that an account knows, failed attempts by origin, and codes by mail. */
export class Devices1700000001600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE refresh_families ADD COLUMN browser text NOT NULL DEFAULT 'other', ADD COLUMN system text NOT NULL DEFAULT 'other',
        ADD COLUMN last_used_at timestamptz;
      UPDATE refresh_families SET last_used_at = began_at;
      ALTER TABLE refresh_families ALTER COLUMN last_used_at SET NOT NULL;
      COMMENT ON COLUMN refresh_families.browser IS 'Privacy: a word of a closed list; neither the header nor an address is kept';

      CREATE TABLE known_devices (
        member_id    uuid NOT NULL REFERENCES members,
        hash         text NOT NULL,
        last_used_at timestamptz NOT NULL,
        PRIMARY KEY (member_id, hash)
      );
      COMMENT ON COLUMN known_devices.hash IS
        'Secrecy: SHA-256 of the device''s cookie and the member: rows of one device do not show that they are';

      DROP TABLE sign_in_attempts;
      CREATE TABLE sign_in_attempts (
        account   text NOT NULL,
        origin    text NOT NULL,
        failures  timestamptz[] NOT NULL,
        newest_at timestamptz NOT NULL,
        PRIMARY KEY (account, origin)
      );
      COMMENT ON TABLE sign_in_attempts IS
        'hashes of organisation and staff number, whether or not there is such a person, and of where the attempt came from; cleared '
        'within a day';
      CREATE INDEX sign_in_attempts_newest ON sign_in_attempts (newest_at);

      ALTER TABLE accounts ADD COLUMN lock_told_at timestamptz, ADD COLUMN mail_code_hash text,
        ADD COLUMN mail_code_expires_at timestamptz, ADD COLUMN mail_code_sent_at timestamptz;
      CREATE INDEX members_staff_no_key ON members (organisation_id, upper(staff_no));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX members_staff_no_key;
      ALTER TABLE accounts DROP COLUMN lock_told_at, DROP COLUMN mail_code_hash, DROP COLUMN mail_code_expires_at,
        DROP COLUMN mail_code_sent_at;
      DROP TABLE sign_in_attempts, known_devices;
      CREATE TABLE sign_in_attempts (subject text PRIMARY KEY, failures timestamptz[] NOT NULL, newest_at timestamptz NOT NULL);
      CREATE INDEX sign_in_attempts_newest ON sign_in_attempts (newest_at);
      ALTER TABLE refresh_families DROP COLUMN browser, DROP COLUMN system, DROP COLUMN last_used_at;
    `);
  }
}
