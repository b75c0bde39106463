import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked and answered on proposals: one table for every kind. Nothing was asked before. */
export class Requests1700000000357 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE requests (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, proposal_id uuid NOT NULL REFERENCES proposals, handling_id uuid,
        kind text NOT NULL, state text NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'TAKEN_BACK')),
        batch_id uuid NOT NULL, concerns uuid[] NOT NULL, owed_by jsonb NOT NULL, due_on text,
        asked jsonb NOT NULL, answered jsonb, version integer NOT NULL,
        CHECK ((answered IS NOT NULL) = (state = 'ANSWERED'))
      );
      CREATE INDEX requests_concerning ON requests USING gin (concerns);
      CREATE INDEX requests_of_batch ON requests (batch_id);
      CREATE INDEX requests_owed ON requests (proposal_id) WHERE state = 'OPEN';
      CREATE INDEX requests_due ON requests (due_on, id) WHERE state = 'OPEN' AND due_on IS NOT NULL;
      COMMENT ON TABLE requests IS 'an open one stands in the way of certain actions on every proposal that it concerns';
      COMMENT ON COLUMN requests.batch_id IS 'shared by what was asked at once and is settled together: the id of the first';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE requests;');
  }
}
