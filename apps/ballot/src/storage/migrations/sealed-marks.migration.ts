import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Three-way marks: the log of the proofs that no paper marks anybody both ways, beside the board. */
export class SealedMarks1700000000542 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE board_marks (
        ballot_id uuid NOT NULL REFERENCES sealed_elections, height integer NOT NULL, parent text, hash text NOT NULL, bytes bytea NOT NULL,
        PRIMARY KEY (ballot_id, height)
      );
      COMMENT ON TABLE board_marks IS
        'The sidecar: a second log, append-only and hash-chained, a line for each paper at the same height as on the board '
        '(BALLOT_PROTOCOL 5); the bytes of all rows in order are the file. Secrecy: as of the board.';

      CREATE FUNCTION board_marks_follow() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE last board_marks;
      BEGIN
        SELECT * INTO last FROM board_marks WHERE ballot_id = NEW.ballot_id ORDER BY height DESC LIMIT 1;
        IF NEW.height <> COALESCE(last.height + 1, 0) OR NEW.parent IS DISTINCT FROM last.hash THEN
          RAISE EXCEPTION 'the line does not follow the last one of the sidecar';
        END IF;
        IF NOT EXISTS (SELECT FROM board_events WHERE ballot_id = NEW.ballot_id AND height = NEW.height AND type IN ('Setup', 'Ballot'))
          THEN
          RAISE EXCEPTION 'the line has no paper on the board';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER board_marks_chain BEFORE INSERT ON board_marks FOR EACH ROW EXECUTE FUNCTION board_marks_follow();
      CREATE TRIGGER board_marks_append_only BEFORE UPDATE OR DELETE ON board_marks FOR EACH ROW EXECUTE FUNCTION board_events_stay();
      CREATE TRIGGER board_marks_never_emptied BEFORE TRUNCATE ON board_marks FOR EACH STATEMENT EXECUTE FUNCTION board_events_stay();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE board_marks; DROP FUNCTION board_marks_follow();');
  }
}
