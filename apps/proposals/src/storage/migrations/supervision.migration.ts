import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the committee looks after a matter, the visits of both sides, and what is kept from everybody without need. */
export class Supervision1700000000365 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE supervisions (
        id uuid PRIMARY KEY REFERENCES proposals, organisation_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('ORDINARY', 'KEY')), key jsonb, case_owner_id uuid, version integer NOT NULL
      );
      COMMENT ON TABLE supervisions IS 'One a proposal, from the first time that somebody looks after it: key matter, case owner.';
      CREATE INDEX supervisions_key ON supervisions (organisation_id, id) WHERE state = 'KEY';
      CREATE INDEX supervisions_of_owner ON supervisions (case_owner_id, id) WHERE case_owner_id IS NOT NULL;

      CREATE TABLE visits (
        id uuid PRIMARY KEY, proposal_id uuid NOT NULL REFERENCES supervisions, nth integer NOT NULL, visited_on text NOT NULL,
        with_whom text NOT NULL, found text NOT NULL, logged_as text NOT NULL CHECK (logged_as IN ('COMMITTEE', 'PROPOSER')),
        by_member uuid NOT NULL, at timestamptz NOT NULL, UNIQUE (proposal_id, nth)
      );
      ALTER TABLE proposals ADD COLUMN confidential jsonb;
      COMMENT ON COLUMN proposals.confidential IS 'why, by whom and when it was kept from everybody without need; null where it is not';

      COMMENT ON TABLE visits IS 'Append-only: what committee and proposers found when they looked how far a matter is.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE proposals DROP COLUMN confidential; DROP TABLE visits, supervisions;');
  }
}
