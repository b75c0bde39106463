import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What votes decided about proposals, and which ballots were annulled since. */
export class Decisions1700000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE decisions (
        ballot_id uuid NOT NULL, proposal_id uuid NOT NULL REFERENCES proposals, title text NOT NULL, label text NOT NULL,
          passed boolean NOT NULL,
        yes integer NOT NULL, no integer NOT NULL, abstain integer NOT NULL, needed integer NOT NULL, decided_at timestamptz NOT NULL,
        PRIMARY KEY (ballot_id, proposal_id)
      );
      CREATE INDEX decisions_of_proposal ON decisions (proposal_id, decided_at);
      COMMENT ON TABLE decisions IS
        'Effective results of resolutions, with their published figures. A later vote stands beside an earlier one and never in its '
        'place.';

      CREATE TABLE annulled_ballots (ballot_id uuid PRIMARY KEY, organisation_id uuid NOT NULL, reason text NOT NULL);
      COMMENT ON TABLE annulled_ballots IS 'Kept apart from the decisions, so that it does not matter which of the two is heard of first.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE annulled_ballots, decisions;');
  }
}
