import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What notices are about and what ended them: who was told sees so, and who was not told yet is not told any more. */
export class EndedNotices1700000000351 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notices ADD COLUMN over_at timestamptz, ADD COLUMN over text,
        ADD CONSTRAINT notices_over CHECK (over IN ('ended', 'done', 'done-by-another', 'called-off', 'taken-back', 'not-yours')),
        ADD CONSTRAINT notices_over_since CHECK ((over IS NULL) = (over_at IS NULL));
      COMMENT ON COLUMN notices.over IS 'why it asks for nothing any more; null while it may';

      CREATE TABLE notice_causes (cause text PRIMARY KEY, about uuid[] NOT NULL, at timestamptz NOT NULL);
      COMMENT ON COLUMN notice_causes.about IS 'the proposal, handling, request, deadline, call, promise, opinion or ballot';
      CREATE INDEX notice_causes_about ON notice_causes USING gin (about);

      CREATE TABLE notice_endings (
        event_id text NOT NULL, about uuid NOT NULL, code text NOT NULL, how text NOT NULL, done_by uuid, member_ids uuid[],
          at timestamptz NOT NULL,
        PRIMARY KEY (event_id, about, code)
      );
      COMMENT ON TABLE notice_endings IS 'kept, since a notice may be told after what ended it was heard';
      CREATE INDEX notice_endings_about ON notice_endings (about);

      ALTER TABLE deliveries DROP CONSTRAINT deliveries_state_check, ADD CONSTRAINT deliveries_state_check
        CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'given-up', 'bounced', 'withdrawn'));
      ALTER TABLE group_posts DROP CONSTRAINT group_posts_state_check, ADD CONSTRAINT group_posts_state_check
        CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'given-up', 'withdrawn'));

      INSERT INTO notice_causes (cause, about, at)
      SELECT cause, array_agg(DISTINCT thing::uuid), min(created_at) FROM notices, unnest(ARRAY[
        substring(link FROM '^/(?:ballots|proposals|unit|opinions|ledger)/([0-9a-f-]{36})(?:/|$)'),
        substring(cause FROM '^([0-9a-f-]{36})\\.')]) thing
       WHERE thing IS NOT NULL GROUP BY cause;

      INSERT INTO notice_endings (event_id, about, code, how, at)
      SELECT 'over ' || ballot_id, ballot_id, code, 'ended', over_at
        FROM ballots_over, unnest(ARRAY['ballot.ballot-announced', 'ballot.ballot-opened']) code;
      UPDATE notices n SET over = e.how, over_at = e.at FROM notice_endings e
       WHERE n.code = e.code AND n.link = '/ballots/' || e.about;
      UPDATE deliveries d SET state = 'withdrawn', trouble = n.over FROM notices n
       WHERE n.id = d.notice_id AND n.over IS NOT NULL AND (d.state = 'due' OR d.state = 'skipped' AND d.trouble = 'vote-over');
      DROP TABLE ballots_over;
    `);
  }

  /** What is over was known of votes alone. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ballots_over (ballot_id uuid PRIMARY KEY, over_at timestamptz NOT NULL);
      COMMENT ON TABLE ballots_over IS 'closed or called off: who has not been mailed yet that it is open will not be';
      INSERT INTO ballots_over SELECT about, min(at) FROM notice_endings WHERE code = 'ballot.ballot-opened' GROUP BY about;

      UPDATE deliveries SET state = 'skipped', trouble = 'vote-over' WHERE state = 'withdrawn';
      UPDATE group_posts SET state = 'skipped', trouble = 'vote-over' WHERE state = 'withdrawn';
      ALTER TABLE deliveries DROP CONSTRAINT deliveries_state_check, ADD CONSTRAINT deliveries_state_check
        CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'given-up', 'bounced'));
      ALTER TABLE group_posts DROP CONSTRAINT group_posts_state_check, ADD CONSTRAINT group_posts_state_check
        CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'given-up'));
      DROP TABLE notice_endings;
      DROP TABLE notice_causes;
      ALTER TABLE notices DROP COLUMN over_at, DROP COLUMN over;
    `);
  }
}
