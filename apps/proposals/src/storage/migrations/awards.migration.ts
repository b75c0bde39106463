import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who and what is nominated for the award list of a session, and what became of it. */
export class Awards1700000000382 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE awards (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, session_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('PROPOSAL', 'UNIT')), nominee_id uuid NOT NULL, criteria text[] NOT NULL, citation text NOT NULL,
        state text NOT NULL CHECK (state IN ('NOMINATED', 'VOTING', 'AWARDED', 'DECLINED')),
        decided_by text CHECK (decided_by IN ('COMMITTEE', 'VOTE')), ballot_id uuid, reason text,
        nominated_by uuid NOT NULL, nominated_at timestamptz NOT NULL, version integer NOT NULL,
        UNIQUE (session_id, kind, nominee_id),
        CHECK ((decided_by IS NOT NULL) = (state IN ('AWARDED', 'DECLINED')))
      );
      COMMENT ON TABLE awards IS 'Nominations for the award list of a session: excellent proposals, and units that handled excellently.';
      CREATE INDEX awards_of_nominee ON awards (nominee_id) WHERE state = 'VOTING';
      CREATE INDEX awards_of_ballot ON awards (ballot_id) WHERE ballot_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE awards');
  }
}
