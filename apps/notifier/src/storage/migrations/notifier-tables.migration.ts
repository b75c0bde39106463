import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices, their deliveries by mail, what is owed by when, and what people prefer. */
export class NotifierTables1700000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notices (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        member_id uuid NOT NULL,
        cause text NOT NULL,
        code text NOT NULL,
        params jsonb NOT NULL,
        link text,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        UNIQUE (cause, member_id)
      );
      COMMENT ON COLUMN notices.cause IS 'the event, or the deadline and its stage: a member is told once for each';
      CREATE INDEX notices_of_member ON notices (member_id, created_at DESC, id);
      CREATE INDEX notices_unread ON notices (member_id) WHERE read_at IS NULL;

      CREATE TABLE deliveries (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        notice_id uuid NOT NULL REFERENCES notices (id),
        channel text NOT NULL CHECK (channel IN ('mail')),
        state text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'given-up')),
        due_at timestamptz NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        resends integer NOT NULL DEFAULT 0,
        trouble text,
        sent_at timestamptz,
        UNIQUE (notice_id, channel)
      );
      COMMENT ON COLUMN deliveries.due_at IS 'when it may be taken up: while claimed, when its sender is taken for dead';
      COMMENT ON COLUMN deliveries.resends IS 'times it was taken up after a sender died with it: it may have been sent before';
      CREATE INDEX deliveries_due ON deliveries (due_at) WHERE state IN ('due', 'claimed');

      CREATE TABLE deadlines (
        id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        session_id uuid,
        matter text,
        subject text,
        docket_no text,
        due_at timestamptz,
        remind_at timestamptz,
        member_ids uuid[] NOT NULL DEFAULT '{}',
        unit_id uuid,
        is_met boolean NOT NULL,
        version integer NOT NULL,
        reminded_at timestamptz,
        overdue_told_at timestamptz
      );
      CREATE INDEX deadlines_to_remind ON deadlines (remind_at) WHERE NOT is_met AND reminded_at IS NULL;
      CREATE INDEX deadlines_to_tell_overdue ON deadlines (due_at) WHERE NOT is_met AND overdue_told_at IS NULL;

      CREATE TABLE preferences (
        member_id uuid PRIMARY KEY,
        mail boolean NOT NULL,
        locale text NOT NULL
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE preferences; DROP TABLE deadlines; DROP TABLE deliveries; DROP TABLE notices;');
  }
}
