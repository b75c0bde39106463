import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people want to be told by kind of notice and way, in which hours not, and gathered how. */
export class PreferencesByKind1700000000342 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE preferences ADD COLUMN muted text[], ADD COLUMN quiet_from smallint, ADD COLUMN quiet_to smallint,
        ADD COLUMN digest text NOT NULL DEFAULT 'each' CHECK (digest IN ('each', 'daily', 'weekly')),
        ADD COLUMN digest_hour smallint NOT NULL DEFAULT 8 CHECK (digest_hour BETWEEN 0 AND 23),
        ADD COLUMN digest_day smallint NOT NULL DEFAULT 1 CHECK (digest_day BETWEEN 1 AND 7),
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT preferences_quiet_hours CHECK (
          (quiet_from IS NULL AND quiet_to IS NULL)
          OR (quiet_from BETWEEN 0 AND 1439 AND quiet_to BETWEEN 0 AND 1439 AND quiet_from <> quiet_to));
      COMMENT ON COLUMN preferences.muted IS 'kind:way, of what is not to come on that way';
      COMMENT ON COLUMN preferences.quiet_from IS 'minutes after midnight';
      UPDATE preferences SET muted = ARRAY(
        SELECT kind || ':' || way FROM unnest(ARRAY['proposals', 'unit-matters', 'results', 'sessions', 'announcements']) AS kind,
               unnest(ARRAY['sms', 'mail']) AS way WHERE way = 'sms' OR NOT mail);
      ALTER TABLE preferences ALTER COLUMN muted SET NOT NULL, DROP COLUMN mail;
      ALTER TABLE deliveries ADD COLUMN digest text CHECK (digest IN ('daily', 'weekly'));
      COMMENT ON COLUMN deliveries.digest IS 'what it is gathered for; null where it goes as it comes';
    `);
  }

  /** Whoever wanted no mail of the course of proposals wants none. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deliveries DROP COLUMN digest;
      ALTER TABLE preferences ADD COLUMN mail boolean;
      UPDATE preferences SET mail = NOT 'proposals:mail' = ANY (muted);
      ALTER TABLE preferences ALTER COLUMN mail SET NOT NULL, DROP COLUMN muted, DROP COLUMN quiet_from, DROP COLUMN quiet_to,
        DROP COLUMN digest, DROP COLUMN digest_hour, DROP COLUMN digest_day, DROP COLUMN version;
    `);
  }
}
