import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of a declared result: approval, posting with its objections, archive, annulment, and the ballot that repeats it. */
export class BallotAftermath1700000000521 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots ADD COLUMN rerun_of uuid REFERENCES ballots, ADD COLUMN archived_at timestamptz, ADD COLUMN approval jsonb,
        ADD COLUMN posting jsonb,
        ADD COLUMN objections jsonb NOT NULL DEFAULT '{"open": 0, "upheld": 0, "dismissed": 0}', ADD COLUMN annulment jsonb,
        ADD CONSTRAINT ballots_annulled CHECK ((annulment IS NOT NULL) = (state = 'ANNULLED')),
        ADD CONSTRAINT ballots_approved CHECK (state NOT IN ('APPROVED', 'REJECTED') OR approval->'answer'->>'approved' IS NOT DISTINCT
          FROM CASE state WHEN 'APPROVED' THEN 'true' ELSE 'false' END);
      ALTER TABLE ballots ALTER COLUMN objections DROP DEFAULT;
      CREATE UNIQUE INDEX ballots_repeated ON ballots (rerun_of);
      COMMENT ON COLUMN ballots.rerun_of IS 'the ballot that this one repeats; it stays as it is';
      COMMENT ON COLUMN ballots.approval IS 'until when the higher body is expected to answer, and the document in which it did';
      COMMENT ON COLUMN ballots.posting IS 'the last day on which anybody may object';
      COMMENT ON COLUMN ballots.objections IS 'how many; what they say is in ballot_objections';

      CREATE TABLE ballot_objections (
        id uuid PRIMARY KEY, ballot_id uuid NOT NULL REFERENCES ballots, member_id uuid NOT NULL, text text NOT NULL,
          raised_at timestamptz NOT NULL, answer jsonb
      );
      CREATE UNIQUE INDEX ballot_objections_pending ON ballot_objections (ballot_id, member_id) WHERE answer IS NULL;
      CREATE INDEX ballot_objections_of_ballot ON ballot_objections (ballot_id, raised_at, id);
      COMMENT ON TABLE ballot_objections IS
        'Objections to a posted result, told to organisers and to their maker. Whoever objects says so openly; nothing here comes from '
        'a vote.';

      CREATE FUNCTION ballots_keep_declared_result() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.declared_at IS DISTINCT
        FROM OLD.declared_at OR NEW.signatures IS DISTINCT
        FROM OLD.signatures OR NEW.officers IS DISTINCT
        FROM OLD.officers
           OR (NEW.title, NEW.session_id, NEW.round) IS DISTINCT FROM (OLD.title, OLD.session_id, OLD.round)
           OR (OLD.approval->'answer' <> 'null' AND NEW.approval IS DISTINCT FROM OLD.approval)
           OR (OLD.posting IS NOT NULL AND NEW.posting IS DISTINCT FROM OLD.posting)
           OR (OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at) THEN
          RAISE EXCEPTION 'a declared result is final';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ballots_declared_result BEFORE UPDATE ON ballots FOR EACH ROW WHEN (OLD.declared_at IS NOT NULL)
        EXECUTE FUNCTION ballots_keep_declared_result();

      CREATE FUNCTION ballots_go_forward() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state NOT IN ('DECLARED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED', 'ANNULLED') AND NOT (OLD.state = 'SIGNED'
          AND NEW.state = 'SIGNED') THEN
          RAISE EXCEPTION 'a signed result is final: it does not go back to %', NEW.state;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ballots_forward BEFORE UPDATE ON ballots FOR EACH ROW WHEN (OLD.state = 'SIGNED' OR OLD.declared_at IS NOT NULL)
        EXECUTE FUNCTION ballots_go_forward();

      CREATE FUNCTION ballots_keep_annulled() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'an annulled ballot is final';
      END $$;
      CREATE TRIGGER ballots_annulled_stay BEFORE UPDATE ON ballots FOR EACH ROW
        WHEN (OLD.state = 'ANNULLED') EXECUTE FUNCTION ballots_keep_annulled();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER ballots_annulled_stay ON ballots; DROP FUNCTION ballots_keep_annulled();
      DROP TRIGGER ballots_forward ON ballots; DROP FUNCTION ballots_go_forward();
      DROP TRIGGER ballots_declared_result ON ballots; DROP FUNCTION ballots_keep_declared_result();
      DROP TABLE ballot_objections;
      ALTER TABLE ballots DROP CONSTRAINT ballots_approved, DROP CONSTRAINT ballots_annulled, DROP COLUMN annulment,
        DROP COLUMN objections, DROP COLUMN posting,
        DROP COLUMN approval, DROP COLUMN archived_at, DROP COLUMN rerun_of;
    `);
  }
}
