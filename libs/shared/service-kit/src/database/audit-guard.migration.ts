import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail cannot be emptied, and its head is kept day by day. */
export class AuditGuard1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_heads (
        day      date PRIMARY KEY,
        position bigint NOT NULL,
        hash     text NOT NULL,
        kept_at  timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      COMMENT ON TABLE audit_heads IS 'how long the audit trail was on a day and the hash of its last row; told in the log as well';

      CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$;
      CREATE TRIGGER audit_trail_kept BEFORE TRUNCATE ON audit_trail FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();
      CREATE TRIGGER audit_heads_kept BEFORE UPDATE OR DELETE
        OR TRUNCATE ON audit_heads FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_heads; DROP TRIGGER audit_trail_kept ON audit_trail; DROP FUNCTION audit_is_kept();');
  }
}
