import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rehearsals: practice ballots that nothing real can come of, and what they found. */
export class Rehearsals1700000000533 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots ADD COLUMN rehearses uuid REFERENCES ballots,
        ADD CONSTRAINT ballots_practice_ends_with_the_count CHECK (rehearses IS NULL OR state IN ('RULES_DRAFT', 'RULES_ADOPTED',
          'ROLL_FROZEN', 'OPEN', 'CLOSED', 'TALLIED'));
      COMMENT ON COLUMN ballots.rehearses IS
        'the ballot that this one rehearses. A practice ballot has an organisation, a session and people who do not exist: no door '
        'leads to it, no fact of it is told, it is never signed.';

      CREATE TABLE ballot_rehearsals (
        id uuid PRIMARY KEY, ballot_id uuid NOT NULL REFERENCES ballots, practice_id uuid NOT NULL, voters integer NOT NULL,
        started_by uuid NOT NULL, started_at timestamptz NOT NULL, ended_at timestamptz, findings jsonb
      );
      CREATE INDEX ballot_rehearsals_of_ballot ON ballot_rehearsals (ballot_id, started_at DESC);
      COMMENT ON TABLE ballot_rehearsals IS
        'Rehearsals with synthetic voters and what they found. Secrecy: no vote of a person, and no key: those of a rehearsal live and '
        'die in the process that holds it.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE ballot_rehearsals; ALTER TABLE ballots DROP CONSTRAINT ballots_practice_ends_with_the_count, DROP COLUMN rehearses',
    );
  }
}
