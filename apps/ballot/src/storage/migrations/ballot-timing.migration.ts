import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The clock: when a voting opens and closes by itself. The row is the truth; whoever rings only wakes us. */
export class BallotTiming1700000000531 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots ADD COLUMN appointments jsonb NOT NULL DEFAULT '[]', ADD COLUMN next_time timestamptz;
      CREATE INDEX ballots_due ON ballots (next_time) WHERE next_time IS NOT NULL;
      COMMENT ON COLUMN ballots.appointments IS 'when the voting opens and closes by itself, and what became of it';
      COMMENT ON COLUMN ballots.next_time IS 'the first of the appointments that are awaited: what the sweep looks for';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ballots DROP COLUMN next_time, DROP COLUMN appointments');
  }
}
