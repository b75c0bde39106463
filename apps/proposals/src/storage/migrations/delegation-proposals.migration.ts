import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A proposal may be a delegation's, and may go through the head of a delegation before it is handed in. */
export class DelegationProposals1700000000376 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD COLUMN delegation_id uuid, ADD COLUMN endorsement jsonb;
      COMMENT ON COLUMN proposals.delegation_id IS 'whose proposal it is; null for one of persons';
      CREATE INDEX proposals_through_head ON proposals ((endorsement ->> 'delegationId')) WHERE endorsement IS NOT NULL;
      CREATE INDEX proposals_of_delegation ON proposals (delegation_id) WHERE delegation_id IS NOT NULL;
    `);
  }

  /** What waits for a head is with its proposer again; nothing is owed on it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE proposals SET state = 'SECONDING' WHERE state = 'ENDORSING';
      DELETE FROM deadlines WHERE matter = 'endorsement';
      ALTER TABLE proposals DROP COLUMN endorsement, DROP COLUMN delegation_id;
    `);
  }
}
