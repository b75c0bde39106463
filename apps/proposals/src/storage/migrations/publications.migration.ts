import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which matters members of the organisation read, and without what. */
export class Publications1700000000381 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE publications (
        id uuid PRIMARY KEY REFERENCES proposals, organisation_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('UNPUBLISHED', 'ASKED', 'REFUSED', 'PUBLISHED', 'WITHDRAWN')),
        withheld text[] NOT NULL CHECK (withheld <@ ARRAY['proposer', 'grounds', 'measures']), reason text,
        published_at timestamptz, version integer NOT NULL,
        CHECK ((published_at IS NOT NULL) = (state = 'PUBLISHED'))
      );
      COMMENT ON TABLE publications IS 'Whether a closed matter is published, in which words it stands in proposals and replies.';
      CREATE INDEX publications_published ON publications (organisation_id, published_at DESC, id) WHERE state = 'PUBLISHED';
      CREATE INDEX publications_asked ON publications (id) WHERE state = 'ASKED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE publications');
  }
}
