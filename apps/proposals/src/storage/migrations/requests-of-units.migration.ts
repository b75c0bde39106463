import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is asked about the work of a unit, and what of it was asked already. Nothing of the kind was asked before. */
export class RequestsOfUnits1700000000366 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE handlings ADD COLUMN asked jsonb NOT NULL DEFAULT '[]';
      COMMENT ON COLUMN handlings.asked IS 'since it was assigned, as far as it may be asked so often only';
      CREATE INDEX requests_about_handling ON requests (handling_id) WHERE state = 'OPEN';
      CREATE INDEX requests_open ON requests (organisation_id) WHERE state = 'OPEN';
    `);
  }

  /** @throws where something was asked about the work of a unit: what was there before knows no such requests */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM requests WHERE handling_id IS NOT NULL) THEN
          RAISE EXCEPTION 'something was asked about the work of a unit: there is no way back for it';
        END IF;
      END $$;
      DROP INDEX requests_about_handling, requests_open;
      ALTER TABLE handlings DROP COLUMN asked;
    `);
  }
}
