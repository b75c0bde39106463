import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which proposals something of one matter is owed on is read from an index alone: what waits for a rating, of a whole board. */
export class OpenMatters1700000000402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX deadlines_open_matters ON deadlines (matter, proposal_id) WHERE met_at IS NULL;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX deadlines_open_matters;');
  }
}
