import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = [
  'DRAFT',
  'SECONDING',
  'SUBMITTED',
  'PRESIDIUM', // Where the step before put it, so that its way back finds it.
  'RETURNED',
  'NOT_FILED',
  'WITHDRAWN',
  'FILED',
  'SUGGESTION',
  'ASSIGNED',
  'IN_PROGRESS',
  'REPLIED',
  'RATED',
  'CLOSED',
];
const within = (states: readonly string[]): string => `CHECK (state IN (${states.map((state) => `'${state}'`).join(', ')}))`;

/** Proposals may be merged into another (并案). On the way back they are where they were, since nothing else knows of a merge. */
export class Merging1700000000358 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD COLUMN merged jsonb NOT NULL DEFAULT '[]', ADD COLUMN merged_into jsonb,
        DROP CONSTRAINT proposals_state_check, ADD CONSTRAINT proposals_state_check ${within([...STATES, 'MERGED'])},
        ADD CHECK ((merged_into IS NOT NULL) = (state = 'MERGED'));
      CREATE INDEX proposals_merged ON proposals USING gin (merged jsonb_path_ops);
      COMMENT ON COLUMN proposals.merged IS 'what was merged into it, with its authors and seconders';
      COMMENT ON COLUMN proposals.merged_into IS 'what it was merged into, and the state it was in';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE proposals SET state = merged_into ->> 'from', merged_into = NULL, version = version + 1 WHERE merged_into IS NOT NULL;
      DROP INDEX proposals_merged;
      ALTER TABLE proposals DROP COLUMN merged, DROP COLUMN merged_into, DROP CONSTRAINT proposals_state_check,
        ADD CONSTRAINT proposals_state_check ${within(STATES)};
    `);
  }
}
