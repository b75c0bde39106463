import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that its server takes for good not has bounced: one that was given up may yet have an address that works. */
export class MailBounces1700000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deliveries DROP CONSTRAINT deliveries_state_check, ADD CONSTRAINT deliveries_state_check
        CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'given-up', 'bounced'));
      UPDATE deliveries SET state = 'bounced', trouble = 'not-taken' WHERE state = 'given-up' AND trouble ~ '^(EENVELOPE|EMESSAGE) 5';
      DROP INDEX deliveries_not_reached;
      CREATE INDEX deliveries_not_reached ON deliveries (notice_id) WHERE state IN ('skipped', 'given-up', 'bounced');
    `);
  }

  /** What bounced was given up before there was a word for it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE deliveries SET state = 'given-up', trouble = 'EENVELOPE 550' WHERE state = 'bounced';
      ALTER TABLE deliveries DROP CONSTRAINT deliveries_state_check, ADD CONSTRAINT deliveries_state_check
        CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'given-up'));
      DROP INDEX deliveries_not_reached;
      CREATE INDEX deliveries_not_reached ON deliveries (notice_id) WHERE state IN ('skipped', 'given-up');
    `);
  }
}
