import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a paper or a slip, the slips with voting codes, and the figures at the opening. The comments say what must never stand here. */
export class IssuedPapers1700000000550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots ADD COLUMN codes_desk jsonb NOT NULL DEFAULT '[]', ADD COLUMN election_id text, ADD COLUMN at_opening jsonb,
        ADD COLUMN desk jsonb NOT NULL DEFAULT
          '{"papersTakenBack": 0, "slipsPrepared": 0, "slipsLost": 0, "slipsTakenBack": 0, "slipsVoided": 0}';
      COMMENT ON COLUMN ballots.codes_desk IS 'who prepares and hands out slips with voting codes';
      COMMENT ON COLUMN ballots.election_id IS 'id of the sealed election, fixed with the roll: the salt of its voting codes';
      COMMENT ON COLUMN ballots.at_opening IS 'present and issued when the voting opened; late arrivals add to the columns of these names';
      COMMENT ON COLUMN ballots.desk IS 'what the desks took back or voided, as numbers';

      CREATE FUNCTION ballots_keep_signed_issue() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.issued_per_channel, NEW.at_opening, NEW.desk, NEW.election_id, NEW.codes_desk) IS DISTINCT
        FROM (OLD.issued_per_channel, OLD.at_opening, OLD.desk, OLD.election_id, OLD.codes_desk) THEN
          RAISE EXCEPTION 'a signed result is final';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ballots_signed_issue BEFORE UPDATE ON ballots FOR EACH ROW
        WHEN (OLD.state NOT IN ('RULES_DRAFT', 'RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN', 'OPEN', 'CLOSED', 'TALLIED'))
        EXECUTE FUNCTION ballots_keep_signed_issue();

      CREATE TABLE issued_papers (
        ballot_id uuid NOT NULL REFERENCES ballots, member_id uuid NOT NULL,
        PRIMARY KEY (ballot_id, member_id)
      );
      COMMENT ON TABLE issued_papers IS
        'Who has a sheet of paper, not which. Secrecy: no column here may ever name a sheet, a time or an order. Written anew, sorted, '
        'when the voting opens.';

      CREATE TABLE slip_holders (
        ballot_id uuid NOT NULL REFERENCES ballots, member_id uuid NOT NULL,
        PRIMARY KEY (ballot_id, member_id)
      );
      COMMENT ON TABLE slip_holders IS
        'Who drew a slip with a voting code, not which. Secrecy: no column here may ever name a slip, a credential, a time or an order. '
        'Written anew, sorted, when the voting opens.';

      CREATE TABLE slips (
        ballot_id uuid NOT NULL REFERENCES ballots, serial integer NOT NULL CHECK (serial > 0), credential text NOT NULL,
        fate text NOT NULL CHECK (fate IN ('usable', 'lost', 'taken-back', 'voided')),
        PRIMARY KEY (ballot_id, serial), UNIQUE (ballot_id, credential)
      );
      COMMENT ON TABLE slips IS
        'Slips with voting codes by the number on their stubs. Secrecy: the code is on the slip alone, and no column here may ever name '
        'a member. When the voting opens those that count are taken from here, so that a number seen on a stub leads to no paper; the '
        'void ones stay.';

      CREATE FUNCTION one_paper_each() RETURNS trigger LANGUAGE plpgsql AS $$
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
      CREATE TRIGGER issued_papers_alone BEFORE INSERT ON issued_papers FOR EACH ROW EXECUTE FUNCTION one_paper_each();
      CREATE TRIGGER slip_holders_alone BEFORE INSERT ON slip_holders FOR EACH ROW EXECUTE FUNCTION one_paper_each();
      CREATE TRIGGER sealed_registrations_alone BEFORE INSERT ON sealed_registrations FOR EACH ROW EXECUTE FUNCTION one_paper_each();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER sealed_registrations_alone ON sealed_registrations;
      DROP TABLE slips, slip_holders, issued_papers;
      DROP FUNCTION one_paper_each();
      DROP TRIGGER ballots_signed_issue ON ballots;
      DROP FUNCTION ballots_keep_signed_issue();
      ALTER TABLE ballots DROP COLUMN desk, DROP COLUMN at_opening, DROP COLUMN election_id, DROP COLUMN codes_desk;`);
  }
}
