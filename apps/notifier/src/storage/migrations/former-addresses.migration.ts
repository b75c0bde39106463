import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where somebody was reached until a short while ago: what is about their account is mailed there, too. */
export class FormerAddresses1700000000330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE former_addresses (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), member_id uuid NOT NULL, mail text, version integer NOT NULL,
          kept_until timestamptz NOT NULL,
        UNIQUE (member_id, mail)
      );
      COMMENT ON COLUMN former_addresses.mail IS 'null once its time is over: only that there was one is left';
      COMMENT ON COLUMN former_addresses.version IS 'of the member, whose change made it a former one';

      ALTER TABLE deliveries ADD COLUMN former_address_id uuid REFERENCES former_addresses,
        DROP CONSTRAINT deliveries_notice_id_channel_key,
        ADD CONSTRAINT deliveries_one_an_address UNIQUE NULLS NOT DISTINCT (notice_id, channel, former_address_id);
      COMMENT ON COLUMN deliveries.former_address_id IS 'where it goes; null for the address that the member has when it is sent';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM deliveries WHERE former_address_id IS NOT NULL;
      ALTER TABLE deliveries DROP CONSTRAINT deliveries_one_an_address, DROP COLUMN former_address_id,
        ADD CONSTRAINT deliveries_notice_id_channel_key UNIQUE (notice_id, channel);
      DROP TABLE former_addresses;
    `);
  }
}
