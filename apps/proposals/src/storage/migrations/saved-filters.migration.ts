import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody looks for again and again on the board, under names of their own. */
export class SavedFilters1700000000386 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_filters (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, member_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40), filter jsonb NOT NULL, version integer NOT NULL,
        UNIQUE (member_id, name)
      );
      COMMENT ON TABLE saved_filters IS 'Filters of the board that a person keeps; nobody else reads them.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_filters');
  }
}
