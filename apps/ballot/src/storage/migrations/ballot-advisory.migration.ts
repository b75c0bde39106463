import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appraisals and polls: their grades, and whom they are put to. */
export class BallotAdvisory1700000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_kind_check, ADD CONSTRAINT ballots_kind_check CHECK (kind IN ('resolution', 'election',
        'appraisal', 'poll')),
        ADD COLUMN electorate text NOT NULL DEFAULT 'delegates' CHECK (electorate IN ('delegates', 'staff')), ADD COLUMN scale jsonb,
        ADD CONSTRAINT ballots_staff_advise CHECK (electorate = 'delegates' OR kind IN ('appraisal', 'poll')),
        ADD CONSTRAINT ballots_scale_of_appraisal CHECK ((scale IS NOT NULL) = (kind = 'appraisal'));
      COMMENT ON COLUMN ballots.scale IS 'grades and rates of an appraisal';
      COMMENT ON COLUMN ballots.hands IS
        'What was counted in the hall per choice, as sums. Secrecy: told to nobody but organisers and officers before the result is '
        'published.';

      CREATE FUNCTION ballots_keep_signed_question() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.kind, NEW.electorate) IS DISTINCT FROM (OLD.kind, OLD.electorate) OR NEW.scale IS DISTINCT FROM OLD.scale THEN
          RAISE EXCEPTION 'a signed result is final';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ballots_signed_question BEFORE UPDATE ON ballots FOR EACH ROW WHEN (OLD.state IN ('SIGNED', 'PUBLISHED'))
        EXECUTE FUNCTION ballots_keep_signed_question();
    `);
  }

  /** Refuses where an appraisal or a poll is kept: the tables before this step have no place for one. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER ballots_signed_question ON ballots;
      DROP FUNCTION ballots_keep_signed_question();
      ALTER TABLE ballots DROP CONSTRAINT ballots_scale_of_appraisal, DROP CONSTRAINT ballots_staff_advise, DROP COLUMN scale,
        DROP COLUMN electorate,
        DROP CONSTRAINT ballots_kind_check, ADD CONSTRAINT ballots_kind_check CHECK (kind IN ('resolution', 'election'));
    `);
  }
}
