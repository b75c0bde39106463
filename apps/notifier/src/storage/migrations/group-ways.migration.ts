import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The robots by which an organisation posts into its groups, and what is posted by them. */
export class GroupWays1700000000340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE group_ways (
        organisation_id uuid NOT NULL,
        provider text NOT NULL CHECK (provider IN ('wecom', 'dingtalk', 'feishu')),
        webhook_url text NOT NULL,
        secret text,
        is_on boolean NOT NULL,
        locale text NOT NULL,
        version integer NOT NULL,
        free_at timestamptz NOT NULL,
        tested_at timestamptz,
        last_posted_at timestamptz,
        trouble text,
        troubled_at timestamptz,
        PRIMARY KEY (organisation_id, provider)
      );
      COMMENT ON COLUMN group_ways.webhook_url IS 'whoever knows it posts into the group: never in an answer, a log or the audit trail';
      COMMENT ON COLUMN group_ways.secret IS 'what posts are signed with; null where they are not';
      COMMENT ON COLUMN group_ways.free_at IS 'when the next post may go: providers take about twenty a minute';

      CREATE TABLE group_posts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        provider text NOT NULL,
        cause text NOT NULL,
        code text NOT NULL,
        params jsonb NOT NULL,
        link text,
        state text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'given-up')),
        created_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        resends integer NOT NULL DEFAULT 0,
        trouble text,
        sent_at timestamptz,
        UNIQUE (cause, organisation_id, provider),
        FOREIGN KEY (organisation_id, provider) REFERENCES group_ways ON DELETE CASCADE
      );
      COMMENT ON COLUMN group_posts.due_at IS 'when it may be taken up: while claimed, when its sender is taken for dead';
      CREATE INDEX group_posts_due ON group_posts (organisation_id, provider, due_at) WHERE state IN ('due', 'claimed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE group_posts; DROP TABLE group_ways;');
  }
}
