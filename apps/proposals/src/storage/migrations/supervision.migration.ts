import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the committee looks after a matter, and the visits of both sides. */
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
      COMMENT ON TABLE visits IS 'Append-only: what committee and proposers found when they looked how far a matter is.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE visits, supervisions;');
  }
}
