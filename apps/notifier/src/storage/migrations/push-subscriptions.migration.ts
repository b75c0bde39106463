import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The devices on which people are told by Web Push. */
export class PushSubscriptions1700000000355 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE push_subscriptions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        member_id uuid NOT NULL,
        sign_in_id uuid NOT NULL UNIQUE,
        endpoint text NOT NULL UNIQUE,
        p256dh text NOT NULL,
        auth text NOT NULL,
        created_at timestamptz NOT NULL,
        tested_at timestamptz,
        last_reached_at timestamptz,
        trouble text,
        troubled_at timestamptz
      );
      COMMENT ON TABLE push_subscriptions IS 'one for a sign-in, and gone with it: a device that somebody has signed out of shows nothing';
      COMMENT ON COLUMN push_subscriptions.endpoint IS 'where the browser maker takes pushes for the device: never in an answer or a log';
      CREATE INDEX push_subscriptions_of_member ON push_subscriptions (member_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE push_subscriptions;');
  }
}
