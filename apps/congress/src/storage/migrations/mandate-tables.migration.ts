import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was elected by which ballot, and which ballots were annulled since. */
export class MandateTables1700000001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mandates (
        ballot_id       uuid NOT NULL,
        nth             smallint NOT NULL,
        organisation_id uuid NOT NULL,
        session_id      uuid NOT NULL,
        member_id       uuid,
        name            text NOT NULL,
        post            text NOT NULL,
        title           text NOT NULL,
        office_id       uuid REFERENCES offices,
        elected_at      timestamptz NOT NULL,
        PRIMARY KEY (ballot_id, nth),
        FOREIGN KEY (organisation_id, session_id) REFERENCES sessions (organisation_id, id),
        CONSTRAINT mandates_member FOREIGN KEY (organisation_id, member_id) REFERENCES members (organisation_id, id)
      );
      CREATE INDEX mandates_of_organisation ON mandates (organisation_id, elected_at DESC, ballot_id, nth);
      COMMENT ON COLUMN mandates.member_id IS 'null for who was written in or is no member';
      COMMENT ON COLUMN mandates.office_id IS 'the office that the ballot gave, where it gave one';

      CREATE TABLE annulled_ballots (
        ballot_id       uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        reason          text NOT NULL,
        annulled_at     timestamptz NOT NULL
      );
      COMMENT ON TABLE annulled_ballots IS 'Kept apart from the mandates, so that it does not matter which of the two is heard of first.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE annulled_ballots, mandates;');
  }
}
