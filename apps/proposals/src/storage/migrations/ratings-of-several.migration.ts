import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several may rate a reply, each once, in the one dimension or the other; until now its lead alone did, in both. */
export class RatingsOfSeveral1700000000373 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ratings DROP CONSTRAINT ratings_pkey, ALTER COLUMN attitude DROP NOT NULL, ALTER COLUMN result DROP NOT NULL,
        ADD CONSTRAINT ratings_one_each UNIQUE NULLS NOT DISTINCT (handling_id, round, rated_by),
        ADD CONSTRAINT ratings_say_something CHECK (attitude IS NOT NULL OR result IS NOT NULL);
      COMMENT ON COLUMN ratings.attitude IS 'null where the call does not ask for it, as the result';
    `);
  }

  /** @throws where several rated a reply, or in one dimension alone: a row of before holds one, in both */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM ratings WHERE attitude IS NULL OR result IS NULL)
          OR EXISTS (SELECT FROM ratings GROUP BY handling_id, round HAVING count(*) > 1) THEN
          RAISE EXCEPTION 'replies were rated by several, or in one dimension alone: there is no way back for them';
        END IF;
      END $$;
      ALTER TABLE ratings DROP CONSTRAINT ratings_say_something, DROP CONSTRAINT ratings_one_each, ALTER COLUMN attitude SET NOT NULL,
        ALTER COLUMN result SET NOT NULL, ADD PRIMARY KEY (handling_id, round);
    `);
  }
}
