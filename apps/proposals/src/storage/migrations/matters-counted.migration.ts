import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What figures group matters by stands beside each summary, taken out of it by the database itself: to take ten thousand apart for every
 * look costs more than to count them. And which matters have no summary is found without reading either table.
 */
export class MattersCounted1700000000384 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matters
        ADD COLUMN kind jsonb NOT NULL GENERATED ALWAYS AS (matter - '{category,delegationId,leadProposerId,seconderIds}'::text[]) STORED,
        ADD COLUMN class text NOT NULL GENERATED ALWAYS AS (matter ->> 'class') STORED,
        ADD COLUMN closed boolean NOT NULL GENERATED ALWAYS AS ((matter -> 'closed')::boolean) STORED,
        ADD COLUMN category text GENERATED ALWAYS AS (matter ->> 'category') STORED,
        ADD COLUMN delegation_id text GENERATED ALWAYS AS (matter ->> 'delegationId') STORED,
        ADD COLUMN lead_proposer_id text NOT NULL GENERATED ALWAYS AS (matter ->> 'leadProposerId') STORED,
        ADD COLUMN seconder_ids jsonb NOT NULL GENERATED ALWAYS AS (matter -> 'seconderIds') STORED;
      COMMENT ON COLUMN matters.kind IS 'the matter without people and headings: what is alike in it is counted together';
      DROP INDEX matters_of_session;
      CREATE INDEX matters_of_session ON matters (session_id, changed_at) INCLUDE (proposal_id);
      CREATE INDEX proposals_handed_in ON proposals (session_id, id) WHERE submitted_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX proposals_handed_in, matters_of_session;
      CREATE INDEX matters_of_session ON matters (session_id, changed_at);
      ALTER TABLE matters DROP COLUMN kind, DROP COLUMN class, DROP COLUMN closed, DROP COLUMN category, DROP COLUMN delegation_id,
        DROP COLUMN lead_proposer_id, DROP COLUMN seconder_ids`);
  }
}
