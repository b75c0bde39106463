import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What setting up a congress in the browser takes: units that are renamed, rosters that create what they name. */
export class SetUp1700000001700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE units ADD COLUMN version integer NOT NULL DEFAULT 1;
      ALTER TABLE units ALTER COLUMN version DROP DEFAULT;
      ALTER TABLE roster_imports ADD COLUMN creations jsonb NOT NULL DEFAULT '{"units": [], "delegations": []}';
      COMMENT ON COLUMN roster_imports.creations IS
        'units and delegations that the roster names and that are not there; only the wanted ones are set up when it is confirmed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE roster_imports DROP COLUMN creations;
      ALTER TABLE units DROP COLUMN version;
    `);
  }
}
