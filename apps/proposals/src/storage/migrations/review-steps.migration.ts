import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = "''SUBMITTED''::text";
const WITH_PRESIDIUM = `${BEFORE}, ''PRESIDIUM''::text`;

/** The rule of the states with one more or less, whatever else it has. */
const changeStates = (from: string, to: string): string => `
  DO $$ DECLARE rule text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'proposals_state_check');
  BEGIN
    ALTER TABLE proposals DROP CONSTRAINT proposals_state_check;
    EXECUTE 'ALTER TABLE proposals ADD CONSTRAINT proposals_state_check ' || replace(rule, '${from}', '${to}');
  END $$;
`;

/** A review is one to three meetings, and the presidium may decide after it: each is a row, where the last alone was a column. */
export class ReviewSteps1700000000356 implements MigrationInterface {
  /** Who sat in the meetings of before was not kept: whoever entered the decision. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE review_steps (
        proposal_id uuid NOT NULL REFERENCES proposals ON DELETE CASCADE, position integer NOT NULL,
        body text NOT NULL CHECK (body IN ('COMMITTEE', 'PRESIDIUM', 'CONGRESS')), met_on text NOT NULL, present uuid[] NOT NULL,
        concerned uuid[] NOT NULL, opinion text,
        outcome text NOT NULL CHECK (outcome IN ('FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED', 'PRESIDIUM', 'MOTION')),
        decides boolean NOT NULL, reason text, entered_by uuid, entered_at timestamptz NOT NULL,
        PRIMARY KEY (proposal_id, position)
      );
      COMMENT ON COLUMN review_steps.concerned IS 'those present who had written or seconded the proposal';
      INSERT INTO review_steps (proposal_id, position, body, met_on, present, concerned, outcome, decides, reason, entered_by, entered_at)
        SELECT id, 1, 'COMMITTEE', to_char((review ->> 'at')::timestamptz AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'),
          ARRAY[(review ->> 'by')::uuid], '{}', review ->> 'outcome', true, review ->> 'reason', (review ->> 'by')::uuid,
          (review ->> 'at')::timestamptz
        FROM proposals WHERE review IS NOT NULL;
      ALTER TABLE proposals DROP COLUMN review;
      ${changeStates(BEFORE, WITH_PRESIDIUM)}
    `);
  }

  /** Only the last decision of the committee is kept; what waits for the presidium waits for the committee again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD COLUMN review jsonb;
      UPDATE proposals p SET review = s.review FROM (
        SELECT DISTINCT ON (proposal_id) proposal_id, jsonb_build_object('outcome', outcome, 'reason', reason, 'by', entered_by,
          'at', to_char(entered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS review
        FROM review_steps WHERE decides AND body <> 'CONGRESS' AND outcome <> 'PRESIDIUM' ORDER BY proposal_id, position DESC
      ) s WHERE s.proposal_id = p.id;
      UPDATE proposals SET state = 'SUBMITTED' WHERE state = 'PRESIDIUM';
      ${changeStates(WITH_PRESIDIUM, BEFORE)}
      DROP TABLE review_steps;
    `);
  }
}
