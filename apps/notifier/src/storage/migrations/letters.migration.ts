import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deliveries on every way, and the letters that they go out in: all that is due for one person on one way goes into one. */
export class Letters1700000000341 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deliveries DROP CONSTRAINT deliveries_channel_check,
        ADD CONSTRAINT deliveries_channel_check CHECK (channel IN ('mail', 'push', 'sms', 'wecom', 'dingtalk', 'feishu')),
        ADD COLUMN member_id uuid, ADD COLUMN not_before timestamptz, ADD COLUMN letter_id uuid;
      -- What was tried has a Message-ID of its own: it stays a letter of its own under the same one.
      UPDATE deliveries d SET member_id = n.member_id, not_before = CASE d.state WHEN 'due' THEN d.due_at ELSE n.created_at END,
             letter_id = CASE WHEN d.tries > 0 THEN d.id END
        FROM notices n WHERE n.id = d.notice_id;
      ALTER TABLE deliveries ALTER COLUMN member_id SET NOT NULL, ALTER COLUMN not_before SET NOT NULL,
        ADD COLUMN addressee_id uuid GENERATED ALWAYS AS (coalesce(former_address_id, member_id)) STORED;
      COMMENT ON COLUMN deliveries.not_before IS 'earlier than that it goes with nothing else';
      COMMENT ON COLUMN deliveries.letter_id IS 'what it goes out in, from the first try on: sent again, the same letter';
      COMMENT ON COLUMN deliveries.addressee_id IS 'the member, or a former address of theirs: all for one of these goes into one letter';
      DROP INDEX deliveries_due;
      CREATE INDEX deliveries_due ON deliveries (channel, due_at) WHERE state IN ('due', 'claimed');
      CREATE INDEX deliveries_open_to ON deliveries (addressee_id, channel) WHERE state IN ('due', 'claimed');
      CREATE INDEX deliveries_of_letter ON deliveries (letter_id) WHERE letter_id IS NOT NULL;
    `);
  }

  /** What the ways before this step do not know goes; the notices stay. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM deliveries WHERE channel <> 'mail';
      ALTER TABLE deliveries DROP COLUMN addressee_id, DROP COLUMN letter_id, DROP COLUMN not_before, DROP COLUMN member_id,
        DROP CONSTRAINT deliveries_channel_check, ADD CONSTRAINT deliveries_channel_check CHECK (channel IN ('mail'));
      DROP INDEX deliveries_due;
      CREATE INDEX deliveries_due ON deliveries (due_at) WHERE state IN ('due', 'claimed');
    `);
  }
}
