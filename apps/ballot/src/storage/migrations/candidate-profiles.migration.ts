import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What candidates hand in about themselves: a short text and a picture each, beside the ballot and no part of it. */
export class CandidateProfiles1700000000740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE candidate_pictures (
        ballot_id uuid NOT NULL REFERENCES ballots ON DELETE CASCADE, digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
        kind text NOT NULL CHECK (kind IN ('jpeg', 'png', 'webp')), bytes bytea NOT NULL,
        PRIMARY KEY (ballot_id, digest)
      );
      COMMENT ON COLUMN candidate_pictures.digest IS 'SHA-256 of the bytes';
      CREATE TABLE candidate_profiles (
        ballot_id uuid NOT NULL REFERENCES ballots ON DELETE CASCADE, choice_id text NOT NULL,
          text text NOT NULL CHECK (char_length(text) <= 500), picture text,
        PRIMARY KEY (ballot_id, choice_id), FOREIGN KEY (ballot_id, picture) REFERENCES candidate_pictures (ballot_id, digest),
        CHECK (text <> '' OR picture IS NOT NULL)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE candidate_profiles, candidate_pictures;');
  }
}
