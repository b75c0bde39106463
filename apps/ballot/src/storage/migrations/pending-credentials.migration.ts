import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Until the voting opens a credential is kept enciphered; the opening takes the key away. The comments say what each table hides, and from
 * whom.
 */
export class PendingCredentials1700000000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pending_credentials (
        ballot_id uuid NOT NULL, member_id uuid NOT NULL, key_id uuid NOT NULL, sealed bytea NOT NULL,
        PRIMARY KEY (ballot_id, member_id), UNIQUE (ballot_id, sealed),
        FOREIGN KEY (ballot_id, member_id) REFERENCES sealed_registrations ON DELETE CASCADE
      );
      COMMENT ON TABLE pending_credentials IS
        'Credentials that were registered and not opened yet, enciphered with the key of the ballot. Secrecy: until the voting opens, '
        'who has the running database has the key, too, and could read whose a credential is. The opening writes the credentials into '
        'sealed_credentials, sorted, empties this table of them and destroys the key: what old pages, the write-ahead log and backups '
        'still hold of these rows then leads nowhere.';

      CREATE UNLOGGED TABLE registration_keys (
        ballot_id uuid PRIMARY KEY, id uuid NOT NULL UNIQUE, secret bytea NOT NULL
      );
      COMMENT ON TABLE registration_keys IS
        'The keys of pending_credentials. Unlogged, so that no key ever stands in the write-ahead log, in a backup of the files, or on '
        'a standby. The price: when PostgreSQL ends abruptly its keys are gone, the credentials that waited cannot be read any more, '
        'and the devices register again.';

      CREATE VIEW held_credentials AS SELECT r.ballot_id, r.member_id FROM sealed_registrations r WHERE NOT EXISTS (
        SELECT FROM pending_credentials p WHERE p.ballot_id = r.ballot_id AND p.member_id = r.member_id
          AND NOT EXISTS (SELECT FROM registration_keys k WHERE k.ballot_id = p.ballot_id AND k.id = p.key_id));
      COMMENT ON VIEW held_credentials IS 'Who has a sealed paper: who registered, except where the key went before the opening';

      CREATE OR REPLACE FUNCTION one_paper_each() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (TG_TABLE_NAME <> 'issued_papers' AND EXISTS (SELECT FROM issued_papers h WHERE h.ballot_id = NEW.ballot_id
          AND h.member_id = NEW.member_id))
           OR (TG_TABLE_NAME <> 'slip_holders' AND EXISTS (SELECT FROM slip_holders h WHERE h.ballot_id = NEW.ballot_id
             AND h.member_id = NEW.member_id))
           OR (TG_TABLE_NAME <> 'sealed_registrations' AND EXISTS (SELECT FROM held_credentials h WHERE h.ballot_id = NEW.ballot_id
             AND h.member_id = NEW.member_id)) THEN
          RAISE EXCEPTION 'each voter has one paper';
        END IF;
        RETURN NEW;
      END $$;

      COMMENT ON TABLE sealed_credentials IS
        'Which papers were issued, not to whom. Secrecy: no column here may ever name a member, a time or an order. Written when the '
        'voting opens, sorted; before, a credential stands enciphered in pending_credentials.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION one_paper_each() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (TG_TABLE_NAME <> 'issued_papers' AND EXISTS (SELECT FROM issued_papers h WHERE h.ballot_id = NEW.ballot_id
          AND h.member_id = NEW.member_id))
           OR (TG_TABLE_NAME <> 'slip_holders' AND EXISTS (SELECT FROM slip_holders h WHERE h.ballot_id = NEW.ballot_id
             AND h.member_id = NEW.member_id))
           OR (TG_TABLE_NAME <> 'sealed_registrations' AND EXISTS (SELECT FROM sealed_registrations h WHERE h.ballot_id = NEW.ballot_id
             AND h.member_id = NEW.member_id)) THEN
          RAISE EXCEPTION 'each voter has one paper';
        END IF;
        RETURN NEW;
      END $$;
      DROP VIEW held_credentials;
      DROP TABLE registration_keys, pending_credentials;
    `);
  }
}
