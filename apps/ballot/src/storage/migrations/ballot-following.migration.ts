import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows from an outcome: how a ballot comes from another one, the drawings of lots, and what was decided about open seats. */
export class BallotFollowing1700000000530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots ADD COLUMN descent jsonb, ADD COLUMN drawings jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN decisions jsonb NOT NULL DEFAULT '[]';
      COMMENT ON COLUMN ballots.descent IS 'how it comes from the ballot that it follows, and what that one fixed about who stands';
      COMMENT ON COLUMN ballots.drawings IS
        'lots by commit and reveal: officers'' random contributions, never a vote. A drawing that is done or void never changes.';
      COMMENT ON COLUMN ballots.decisions IS 'what was decided about seats that the count left open; never changes';

      UPDATE ballots
      SET descent = jsonb_build_object('as', 'next-round', 'standing', (SELECT coalesce(jsonb_agg(c->'id'), '[]')
        FROM jsonb_array_elements(choices) c),
        'othersMayStand', round = 'supplementary', 'eligible', NULL) WHERE follows IS NOT NULL;
      DROP INDEX ballots_followed;
      CREATE UNIQUE INDEX ballots_one_next_round ON ballots (follows) WHERE descent->>'as' = 'next-round';
      CREATE INDEX ballots_followers ON ballots (follows) WHERE follows IS NOT NULL;

      CREATE FUNCTION ballots_keep_what_followed() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE nth integer;
      BEGIN
        FOR nth IN 0 .. jsonb_array_length(OLD.drawings) - 1 LOOP
          IF (OLD.drawings->nth->>'drawn' IS NOT NULL OR OLD.drawings->nth->>'voided' IS NOT NULL) AND NEW.drawings->nth IS DISTINCT
          FROM OLD.drawings->nth THEN
            RAISE EXCEPTION 'a drawing of lots is final';
          END IF;
          IF NEW.drawings->nth IS NULL THEN
            RAISE EXCEPTION 'a drawing of lots is kept';
          END IF;
        END LOOP;
        FOR nth IN 0 .. jsonb_array_length(OLD.decisions) - 1 LOOP
          IF NEW.decisions->nth IS DISTINCT FROM OLD.decisions->nth THEN
            RAISE EXCEPTION 'a decision is final';
          END IF;
        END LOOP;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ballots_what_followed BEFORE UPDATE OF drawings,
        decisions ON ballots FOR EACH ROW EXECUTE FUNCTION ballots_keep_what_followed();
    `);
  }

  /** Refuses where a ballot has two followers: the tables before this step have no place for them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER ballots_what_followed ON ballots;
      DROP FUNCTION ballots_keep_what_followed();
      DROP INDEX ballots_one_next_round, ballots_followers;
      CREATE UNIQUE INDEX ballots_followed ON ballots (follows);
      ALTER TABLE ballots DROP COLUMN decisions, DROP COLUMN drawings, DROP COLUMN descent;`);
  }
}
