import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a rehearsal is, and when its process was last alive: one of the whole roll takes longer than a guess. */
export class RehearsalProgress1700000000570 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballot_rehearsals ADD COLUMN phase text NOT NULL DEFAULT 'counting' CHECK (phase IN ('preparing', 'casting', 'counting')),
        ADD COLUMN papers integer NOT NULL DEFAULT 0, ADD COLUMN alive_at timestamptz;
      UPDATE ballot_rehearsals SET alive_at = coalesce(ended_at, started_at);
      ALTER TABLE ballot_rehearsals ALTER COLUMN alive_at SET NOT NULL, ALTER COLUMN phase DROP DEFAULT, ALTER COLUMN papers DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ballot_rehearsals DROP COLUMN alive_at, DROP COLUMN papers, DROP COLUMN phase');
  }
}
