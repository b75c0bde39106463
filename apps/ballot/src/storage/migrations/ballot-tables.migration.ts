import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ballots, the rolls of their voters, and the sheets that tellers enter. The comments say what must never stand here. */
export class BallotTables1700000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ballots (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, session_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('resolution', 'election')), title text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('hands', 'paper')), round text NOT NULL CHECK (round IN ('first', 'runoff',
          'supplementary')),
        state text NOT NULL CHECK (state IN ('RULES_DRAFT', 'RULES_ADOPTED', 'ROLL_FROZEN', 'OPEN', 'CLOSED', 'TALLIED', 'SIGNED',
          'PUBLISHED')),
        rules jsonb NOT NULL, choices jsonb NOT NULL, officers jsonb NOT NULL,
        roll integer, present integer, issued integer, reconciliation jsonb, hands jsonb, tally jsonb, signatures jsonb NOT NULL,
        created_by uuid NOT NULL, created_at timestamptz NOT NULL, opened_at timestamptz, closed_at timestamptz, published_at timestamptz,
        version integer NOT NULL,
        CHECK (present <= roll AND issued <= present)
      );
      CREATE INDEX ballots_of_organisation ON ballots (organisation_id, created_at DESC, id);
      CREATE INDEX ballots_of_session ON ballots (session_id, created_at DESC, id);
      COMMENT ON TABLE ballots IS
        'One act of voting each. Secrecy: sums only. Nothing here, nor in any row that refers to it, says how a person voted.';
      COMMENT ON COLUMN ballots.hands IS
        'Raised hands per matter, as sums. Secrecy: told to nobody but organisers and officers before the result is published.';
      COMMENT ON COLUMN ballots.tally IS
        'The counting case as sums, its outcome, and its fingerprint. Secrecy: never single papers; told to nobody but organisers and '
        'officers before the result is published.';

      CREATE FUNCTION ballots_keep_signed_result() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR NEW.tally IS DISTINCT
        FROM OLD.tally OR NEW.rules IS DISTINCT
        FROM OLD.rules OR NEW.choices IS DISTINCT
        FROM OLD.choices
           OR (NEW.roll, NEW.present, NEW.issued) IS DISTINCT
           FROM (OLD.roll, OLD.present, OLD.issued) OR NEW.reconciliation IS DISTINCT
           FROM OLD.reconciliation THEN
          RAISE EXCEPTION 'a signed result is final';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ballots_signed_result BEFORE UPDATE OR DELETE ON ballots FOR EACH ROW WHEN (OLD.state IN ('SIGNED', 'PUBLISHED'))
        EXECUTE FUNCTION ballots_keep_signed_result();

      CREATE TABLE ballot_rolls (
        ballot_id uuid NOT NULL REFERENCES ballots, member_id uuid NOT NULL, present boolean,
        PRIMARY KEY (ballot_id, member_id)
      );
      COMMENT ON TABLE ballot_rolls IS
        'Who may vote, frozen. Secrecy: no column may ever tell when somebody voted, which paper was theirs, or what is on it.';
      COMMENT ON COLUMN ballot_rolls.present IS 'there when the voting opened; null until then';

      CREATE TABLE ballot_entries (
        ballot_id uuid NOT NULL REFERENCES ballots, entry_no smallint NOT NULL CHECK (entry_no IN (1, 2)), teller_id uuid NOT NULL,
        PRIMARY KEY (ballot_id, entry_no), UNIQUE (ballot_id, teller_id)
      );
      COMMENT ON TABLE ballot_entries IS 'Which two tellers enter the sheets, each blind to the other.';

      CREATE TABLE ballot_sheets (
        ballot_id uuid NOT NULL REFERENCES ballots, reading smallint NOT NULL CHECK (reading IN (1, 2, 3)),
          sheet_no integer NOT NULL CHECK (sheet_no > 0),
        marks jsonb NOT NULL, write_ins jsonb NOT NULL,
        PRIMARY KEY (ballot_id, reading, sheet_no)
      );
      COMMENT ON TABLE ballot_sheets IS
        'Papers as read by entry 1 and 2, and by the third where these differ. Secrecy: sheets are numbered after the box was emptied '
        'and mixed. No voter, no time and no order of casting may ever be kept here.';
      COMMENT ON COLUMN ballot_sheets.reading IS '1 and 2 are the entries, 3 is the decision';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ballot_sheets, ballot_entries, ballot_rolls, ballots; DROP FUNCTION ballots_keep_signed_result();');
  }
}
