import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sealed papers and paper under one roll. */
export class MixedChannel1700000000540 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_channel_check, ADD CONSTRAINT ballots_channel_check CHECK (channel IN ('hands', 'paper',
        'sealed', 'mixed')),
        ADD COLUMN issued_per_channel jsonb,
        ADD CONSTRAINT ballots_issued_per_channel CHECK (issued_per_channel IS NULL
          OR (channel = 'mixed' AND (issued_per_channel->>'sealed')::int + (issued_per_channel->>'paper')::int = issued));
      COMMENT ON COLUMN ballots.issued_per_channel IS 'the parts of issued on a mixed ballot: {sealed, paper}';
    `);
  }

  /** Refuses where a mixed ballot is kept: the tables before this step have no place for one. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP COLUMN issued_per_channel, DROP CONSTRAINT ballots_channel_check,
        ADD CONSTRAINT ballots_channel_check CHECK (channel IN ('hands', 'paper', 'sealed'));`);
  }
}
