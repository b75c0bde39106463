import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which categories are in use is read from one row of each, not from all rows. */
export class ProposalCategories1700000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX proposals_by_category ON proposals (organisation_id, category, session_id) WHERE submitted_at IS NOT NULL;',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX proposals_by_category;');
  }
}
