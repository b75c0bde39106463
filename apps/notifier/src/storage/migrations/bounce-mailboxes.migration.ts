import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the mailbox was read into which mail servers write what they could not deliver. */
export class BounceMailboxes1700000000352 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bounce_mailboxes (mailbox text PRIMARY KEY, validity text NOT NULL, uid bigint NOT NULL, read_at timestamptz NOT NULL);
      COMMENT ON COLUMN bounce_mailboxes.mailbox IS 'host and folder; no name, no password';
    `);
  }

  /** Read again from its beginning, it marks nothing twice. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bounce_mailboxes;');
  }
}
