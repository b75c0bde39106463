import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES_BEFORE = ['RULES_DRAFT', 'RULES_ADOPTED', 'ROLL_FROZEN', 'OPEN', 'CLOSED', 'TALLIED', 'SIGNED', 'PUBLISHED'];

/**
 * The finding of candidates: names put forward, objections to them, a primary that shortens the list, and who is a near relative of whom.
 */
export class Nomination1700000000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_state_check,
        ADD CONSTRAINT ballots_state_check CHECK (state IN (${listed([...STATES_BEFORE, 'NOMINATION'])})),
        ADD COLUMN nominations jsonb, ADD COLUMN primary_of uuid REFERENCES ballots, ADD COLUMN relatives jsonb NOT NULL DEFAULT '[]',
        ADD CONSTRAINT ballots_nominate_candidates CHECK (nominations IS NULL OR kind = 'election');
      CREATE INDEX ballots_primaries ON ballots (primary_of, created_at DESC) WHERE primary_of IS NOT NULL;
      COMMENT ON COLUMN ballots.nominations IS
        'who was put forward by whom, until which day the list is posted, and when the paper was fixed';
      COMMENT ON COLUMN ballots.primary_of IS 'the election whose list of candidates this ballot shortens';
      COMMENT ON COLUMN ballots.relatives IS
        'Pairs of members who were said to be near relatives, and how. Told to organisers and officers of the ballot alone; nothing but '
        'pair and kind may stand here.';

      CREATE TABLE candidate_objections (
        id uuid PRIMARY KEY, ballot_id uuid NOT NULL REFERENCES ballots, candidate_id text NOT NULL, member_id uuid NOT NULL,
          grounds text NOT NULL, made_at timestamptz NOT NULL,
        upheld boolean, reason text, answered_by uuid, answered_at timestamptz,
        CHECK ((upheld IS NULL) = (reason IS NULL) AND (upheld IS NULL) = (answered_by IS NULL)
          AND (upheld IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX candidate_objections_of_ballot ON candidate_objections (ballot_id, made_at, id);
      CREATE UNIQUE INDEX candidate_objections_open ON candidate_objections (ballot_id, candidate_id, member_id) WHERE upheld IS NULL;
      COMMENT ON TABLE candidate_objections IS
        'What members have against candidates on the posted list. Told to organisers, and to who made it.';
    `);
  }

  /** Refuses where a ballot is in its nomination: the tables before this step do not know it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE candidate_objections;
      ALTER TABLE ballots DROP CONSTRAINT ballots_state_check,
        ADD CONSTRAINT ballots_state_check CHECK (state IN (${listed(STATES_BEFORE)})),
        DROP CONSTRAINT ballots_nominate_candidates, DROP COLUMN nominations, DROP COLUMN primary_of, DROP COLUMN relatives;
    `);
  }
}

const listed = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');
