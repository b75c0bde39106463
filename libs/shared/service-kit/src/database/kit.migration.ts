import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that every service has: retried requests and the audit trail. */
export class ServiceKitTables1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        actor_id     text NOT NULL,
        route        text NOT NULL,
        key          text NOT NULL,
        content_hash text NOT NULL,
        answer       jsonb,
        created_at   timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (actor_id, route, key)
      );
      CREATE TABLE audit_trail (
        id              uuid PRIMARY KEY,
        occurred_at     timestamptz NOT NULL,
        organisation_id uuid,
        actor_id        uuid,
        action          text NOT NULL,
        subject_kind    text NOT NULL,
        subject_id      text NOT NULL,
        before          jsonb,
        after           jsonb,
        trace_id        text,
        position        bigint UNIQUE,
        previous_hash   text,
        hash            text
      );
      CREATE INDEX audit_trail_unsealed ON audit_trail (occurred_at, id) WHERE position IS NULL;
      CREATE INDEX audit_trail_subject ON audit_trail (subject_kind, subject_id);
      COMMENT ON TABLE audit_trail IS
        'Who changed what, hash-chained. Secrecy: never the content of a vote, a password, a token or a code.';

      CREATE FUNCTION audit_trail_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND NEW.position IS NOT NULL
           AND (to_jsonb(OLD) - 'position' - 'previous_hash' - 'hash') = (to_jsonb(NEW) - 'position' - 'previous_hash' - 'hash') THEN
          RETURN NEW; -- The sealer adds the chain, once.
        END IF;
        RAISE EXCEPTION 'the audit trail is append-only';
      END $$;
      CREATE TRIGGER audit_trail_append_only BEFORE UPDATE OR DELETE ON audit_trail
        FOR EACH ROW EXECUTE FUNCTION audit_trail_is_append_only();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_trail; DROP FUNCTION audit_trail_is_append_only(); DROP TABLE idempotency_keys;');
  }
}
