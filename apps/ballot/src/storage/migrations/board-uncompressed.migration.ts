import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Papers are kept as they are: numbers sealed at random hardly compress, and trying takes a tenth of the time that a paper needs besides
 * its proofs.
 */
export class BoardUncompressed1700000000580 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE board_events ALTER COLUMN bytes SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE board_events ALTER COLUMN bytes SET STORAGE EXTENDED');
  }
}
