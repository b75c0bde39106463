import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sealed channel: keys, credentials, and the board. The comments say what the tables hide, and from whom they cannot. */
export class SealedTables1700000000450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_channel_check;
      ALTER TABLE ballots ADD CONSTRAINT ballots_channel_check CHECK (channel IN ('hands', 'paper', 'sealed'));

      CREATE TABLE sealed_keys (
        ballot_id uuid NOT NULL REFERENCES ballots, member_id uuid NOT NULL, public_key text NOT NULL,
        PRIMARY KEY (ballot_id, member_id)
      );
      COMMENT ON TABLE sealed_keys IS 'Public keys of the scrutineers with their proofs. The private halves never leave their devices.';

      CREATE TABLE sealed_registrations (
        ballot_id uuid NOT NULL REFERENCES ballots, member_id uuid NOT NULL,
        PRIMARY KEY (ballot_id, member_id)
      );
      COMMENT ON TABLE sealed_registrations IS
        'Who received a paper, not which. Secrecy: no column here may ever name a credential, a paper, a time or an order.';

      CREATE TABLE sealed_credentials (
        ballot_id uuid NOT NULL REFERENCES ballots, credential text NOT NULL,
        PRIMARY KEY (ballot_id, credential)
      );
      COMMENT ON TABLE sealed_credentials IS
        'Which papers were issued, not to whom. Secrecy: no column here may ever name a member, a time or an order. Both tables are '
        'written anew, sorted, when the voting opens, so that no row tells by its place or transaction which belong together. Limit: '
        'until then, and in the write-ahead log and backups of that time, who runs the database could match them. That would tell whose '
        'a sealed paper is, never what is on it: papers are only opened as a sum, by all scrutineers together.';

      CREATE TABLE sealed_elections (
        ballot_id uuid PRIMARY KEY REFERENCES ballots, election text NOT NULL, trustees text NOT NULL, roll text NOT NULL,
        owners uuid[] NOT NULL, acknowledgement_key text NOT NULL
      );
      COMMENT ON TABLE sealed_elections IS
        'What was fixed at the opening, as it stands on the board. Its row is the lock under which the board grows.';
      COMMENT ON COLUMN sealed_elections.owners IS 'The scrutineer behind each trustee of the archive, from 1';
      COMMENT ON COLUMN sealed_elections.acknowledgement_key IS
        'Private Ed25519 key (PKCS8) that signs acknowledgements of this ballot. Who takes it can promise in our name, and neither read '
        'nor change a vote.';

      CREATE TABLE board_events (
        ballot_id uuid NOT NULL REFERENCES sealed_elections, height integer NOT NULL, type text NOT NULL
          CHECK (type IN ('Setup', 'Ballot', 'EndBallots', 'EncryptedTally', 'PartialDecryption', 'Result')),
        parent text, hash text NOT NULL, payload text, credential text, owner integer, bytes bytea NOT NULL,
        PRIMARY KEY (ballot_id, height),
        CHECK ((type = 'Ballot') = (credential IS NOT NULL) AND (type = 'PartialDecryption') = (owner IS NOT NULL))
      );
      CREATE UNIQUE INDEX board_events_once ON board_events (ballot_id, type)
      WHERE type IN ('Setup', 'EndBallots', 'EncryptedTally', 'Result');
      CREATE UNIQUE INDEX board_events_no_replay ON board_events (ballot_id, payload) WHERE type = 'Ballot';
      CREATE UNIQUE INDEX board_events_one_share ON board_events (ballot_id, owner) WHERE type = 'PartialDecryption';
      CREATE INDEX board_events_of_credential ON board_events (ballot_id, credential) WHERE type = 'Ballot';
      COMMENT ON TABLE board_events IS
        'The public board: append-only and hash-chained; the bytes of all rows in order are the archive. Secrecy: sealed papers under '
        'pseudonymous credentials. No member, address or time may ever stand here, nor in any row that refers to it.';

      CREATE FUNCTION board_events_follow() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last board_events;
      BEGIN
        SELECT * INTO last FROM board_events WHERE ballot_id = NEW.ballot_id ORDER BY height DESC LIMIT 1;
        IF NEW.height <> COALESCE(last.height + 1, 0) OR NEW.parent IS DISTINCT FROM last.hash THEN
          RAISE EXCEPTION 'the event does not follow the last one of the board';
        END IF;
        IF NEW.type = 'Ballot' AND last.type NOT IN ('Setup', 'Ballot') THEN
          RAISE EXCEPTION 'the board takes no more papers';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER board_events_chain BEFORE INSERT ON board_events FOR EACH ROW EXECUTE FUNCTION board_events_follow();

      CREATE FUNCTION board_events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the board is append-only';
      END $$;
      CREATE TRIGGER board_events_append_only BEFORE UPDATE OR DELETE ON board_events FOR EACH ROW EXECUTE FUNCTION board_events_stay();
      CREATE TRIGGER board_events_never_emptied BEFORE TRUNCATE ON board_events FOR EACH STATEMENT EXECUTE FUNCTION board_events_stay();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE board_events, sealed_elections, sealed_credentials, sealed_registrations, sealed_keys;
      DROP FUNCTION board_events_stay(); DROP FUNCTION board_events_follow();
      ALTER TABLE ballots DROP CONSTRAINT ballots_channel_check;
      ALTER TABLE ballots ADD CONSTRAINT ballots_channel_check CHECK (channel IN ('hands', 'paper'));`);
  }
}
