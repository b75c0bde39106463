import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The unit that a proposer suggests, and proposals that came on a form of paper; none did before. */
export class PaperForms1700000000354 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD COLUMN suggested_unit_id uuid, ADD COLUMN paper jsonb;
      ALTER TABLE signatures ADD COLUMN on_paper boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN proposals.suggested_unit_id IS 'a hint of the proposer: the committee routes';
      COMMENT ON COLUMN proposals.paper IS 'when the form was received, and who entered it; null where there was none';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE signatures DROP COLUMN on_paper;
      ALTER TABLE proposals DROP COLUMN paper, DROP COLUMN suggested_unit_id;
    `);
  }
}
