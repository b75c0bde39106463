import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls, proposals, the counters of docket numbers, and the calendars of organisations. */
export class ProposalsTables1700000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calls (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, session_id uuid NOT NULL,
        opens_at timestamptz NOT NULL, closes_at timestamptz NOT NULL, settings jsonb NOT NULL,
        CHECK (opens_at < closes_at)
      );
      CREATE INDEX calls_of_organisation ON calls (organisation_id, session_id, opens_at);
      COMMENT ON COLUMN calls.closes_at IS 'the first instant past the window';
      COMMENT ON COLUMN calls.settings IS 'the rules under which its proposals are made; never changed afterwards';

      CREATE TABLE proposals (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, session_id uuid NOT NULL, call_id uuid NOT NULL REFERENCES calls,
        lead_proposer_id uuid NOT NULL, subject text NOT NULL, grounds text NOT NULL, measures text NOT NULL, category text,
        state text NOT NULL CHECK (state IN ('DRAFT', 'SECONDING', 'SUBMITTED', 'RETURNED', 'NOT_FILED', 'WITHDRAWN', 'FILED', 'SUGGESTION',
          'ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'CLOSED')),
        track text CHECK (track IN ('PROPOSAL', 'SUGGESTION')), signatures jsonb NOT NULL, submitted_at timestamptz, late boolean NOT NULL,
        docket_no text, review jsonb, assignment jsonb, replies jsonb NOT NULL, withdrawal jsonb, closing jsonb,
        created_at timestamptz NOT NULL, version integer NOT NULL,
        lead_unit_id uuid GENERATED ALWAYS AS ((assignment ->> 'leadUnitId')::uuid) STORED,
        due_on text GENERATED ALWAYS AS (assignment ->> 'dueOn') STORED,
        UNIQUE (session_id, docket_no),
        CHECK ((docket_no IS NOT NULL) = (track IS NOT DISTINCT FROM 'PROPOSAL'))
      );
      CREATE INDEX proposals_of_organisation ON proposals (organisation_id, submitted_at DESC) WHERE submitted_at IS NOT NULL;
      CREATE INDEX proposals_of_session ON proposals (session_id, state, submitted_at DESC);
      CREATE INDEX proposals_of_lead_proposer ON proposals (lead_proposer_id);
      CREATE INDEX proposals_of_signer ON proposals USING gin (signatures jsonb_path_ops);
      CREATE INDEX proposals_of_lead_unit ON proposals (lead_unit_id) WHERE lead_unit_id IS NOT NULL;
      CREATE INDEX proposals_of_assisting_unit ON proposals USING gin ((assignment -> 'assistingUnitIds')) WHERE assignment IS NOT NULL;
      COMMENT ON COLUMN proposals.replies IS 'with their ratings, which the handling units do not see before closing';

      CREATE TABLE docket_counters (session_id uuid PRIMARY KEY, latest integer NOT NULL);

      CREATE TABLE organisation_calendars (
        organisation_id uuid PRIMARY KEY, zone text NOT NULL, days_off text[] NOT NULL, working_days text[] NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisation_calendars, docket_counters, proposals, calls;');
  }
}
