import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForgedEnvelopes1700000000110 } from './forged-envelopes.js';

/** Outbox and inbox, the same in every service's database. */
export class MessagingTables1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY,
        name text NOT NULL,
        aggregate_id uuid NOT NULL,
        version integer NOT NULL,
        trace_id text,
        data jsonb NOT NULL,
        occurred_at timestamptz NOT NULL,
        relayed_at timestamptz,
        confirmed_at timestamptz,
        look_again_at timestamptz
      );
      COMMENT ON COLUMN outbox.relayed_at IS 'a job for every subscriber has been queued';
      COMMENT ON COLUMN outbox.confirmed_at IS 'every subscriber has handled it: flushing the queue no longer matters';
      COMMENT ON COLUMN outbox.look_again_at IS 'when the sweep next asks the queue what became of it';
      CREATE INDEX outbox_to_relay ON outbox (position) WHERE relayed_at IS NULL;
      CREATE INDEX outbox_to_confirm ON outbox (look_again_at) WHERE relayed_at IS NOT NULL AND confirmed_at IS NULL;

      CREATE TABLE inbox (
        event_id uuid NOT NULL,
        reaction text NOT NULL,
        handled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (event_id, reaction)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE inbox; DROP TABLE outbox;');
  }
}

/** The migrations of messaging; a service lists them with its own. */
export const MESSAGING_MIGRATIONS = [MessagingTables1700000000100, ForgedEnvelopes1700000000110];
