import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The apps by which an organisation writes to its people at WeCom, DingTalk and Feishu. */
export class MessageApps1700000000356 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE message_apps (
        organisation_id uuid NOT NULL,
        provider text NOT NULL CHECK (provider IN ('wecom', 'dingtalk', 'feishu')),
        app_id text NOT NULL,
        secret text NOT NULL,
        agent_id text,
        id_is text NOT NULL CHECK (id_is IN ('staff-no', 'mail')),
        is_on boolean NOT NULL,
        version integer NOT NULL,
        tested_at timestamptz,
        last_sent_at timestamptz,
        trouble text,
        troubled_at timestamptz,
        waits_until timestamptz,
        PRIMARY KEY (organisation_id, provider)
      );
      COMMENT ON COLUMN message_apps.secret IS 'whoever knows it writes to everybody: never in an answer, a log or the audit trail';
      COMMENT ON COLUMN message_apps.id_is IS 'which of a member''s facts is their id at the provider';
      COMMENT ON COLUMN message_apps.waits_until IS 'the provider has asked for a pause: nobody is written to before';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message_apps;');
  }
}
