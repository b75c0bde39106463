import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What replies promised, and what happened to it. Calls that are open demand nothing of their replies that they did not say. */
export class Commitments1700000000349 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE commitments (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, proposal_id uuid NOT NULL REFERENCES proposals, session_id uuid NOT NULL,
        round integer NOT NULL, unit_id uuid NOT NULL, promise text NOT NULL, first_due_on text NOT NULL, due_on text NOT NULL,
        origin text NOT NULL CHECK (origin IN ('REPLY', 'COMMITTEE')),
        state text NOT NULL CHECK (state IN ('OPEN', 'REPORTED', 'DONE', 'EXPLAINED')),
        made_by uuid NOT NULL, made_at timestamptz NOT NULL, version integer NOT NULL
      );
      COMMENT ON TABLE commitments IS 'What replies promised: outlives the closing of the proposal, the session and the term.';
      COMMENT ON COLUMN commitments.first_due_on IS 'the day that was promised first; one carried on stays due by it in every figure';
      CREATE INDEX commitments_of_proposal ON commitments (proposal_id, made_at, id);
      CREATE INDEX commitments_of_organisation ON commitments (organisation_id, due_on, id);
      CREATE INDEX commitments_open_of_unit ON commitments (unit_id, due_on) WHERE state = 'OPEN';
      CREATE INDEX commitments_reported ON commitments (organisation_id, due_on) WHERE state = 'REPORTED';

      CREATE TABLE commitment_steps (
        commitment_id uuid NOT NULL REFERENCES commitments, nth integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('NOTE', 'REPORT', 'ACCEPTANCE', 'RETURN', 'CARRY')),
        settlement text CHECK (settlement IN ('DONE', 'EXPLAINED', 'CARRIED')), said text, link text, due_on text,
        by_member uuid NOT NULL, at timestamptz NOT NULL,
        PRIMARY KEY (commitment_id, nth)
      );
      COMMENT ON TABLE commitment_steps IS 'Append-only: what happened to a promise, of which figures up to a cut-off are made.';

      UPDATE calls SET settings = settings || '{"resultDemands": []}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE calls SET settings = settings - 'resultDemands';
      DROP TABLE commitment_steps, commitments;
    `);
  }
}
