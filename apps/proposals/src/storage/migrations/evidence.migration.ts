import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that show what a reply says, and that a promise was kept: fixed in the reply and in the step once they are given. */
export class Evidence1700000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE replies ADD COLUMN files jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE commitment_steps ADD COLUMN files jsonb NOT NULL DEFAULT '[]';
      UPDATE reply_drafts SET content = content || '{"files":[]}' WHERE jsonb_typeof(content) = 'object';
      ALTER TABLE attachments DROP CONSTRAINT attachments_subject_check,
        ADD CONSTRAINT attachments_subject_check CHECK (subject IN ('proposal', 'reply', 'commitment'));
      COMMENT ON COLUMN replies.files IS 'the evidence that went out with it: name, kind, size and digest; its bytes are attachments';
      COMMENT ON COLUMN commitment_steps.files IS 'the same of what the unit reported';
    `);
  }

  /** Whatever was attached goes: nothing would list it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM attachments WHERE subject <> 'proposal';
      ALTER TABLE attachments DROP CONSTRAINT attachments_subject_check,
        ADD CONSTRAINT attachments_subject_check CHECK (subject IN ('proposal', 'reply'));
      UPDATE reply_drafts SET content = content - 'files' WHERE jsonb_typeof(content) = 'object';
      ALTER TABLE commitment_steps DROP COLUMN files;
      ALTER TABLE replies DROP COLUMN files;
    `);
  }
}
