import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mobile numbers of members, and the gateways by which organisations send messages to them. */
export class MobileNumbers1700000000373 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mobile_numbers (
        member_id uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        mobile text,
        version integer NOT NULL
      );
      COMMENT ON COLUMN mobile_numbers.mobile IS 'E.164: never in an answer about somebody else, a log or the audit trail';
      CREATE TABLE sms_gateways (
        organisation_id uuid PRIMARY KEY,
        url text NOT NULL,
        method text NOT NULL CHECK (method IN ('POST', 'PUT', 'GET')),
        format text NOT NULL CHECK (format IN ('json', 'form')),
        headers jsonb NOT NULL,
        body text NOT NULL,
        secret text,
        numbers text NOT NULL CHECK (numbers IN ('e164', 'national')),
        signature text,
        characters_max smallint NOT NULL,
        per_minute_max integer NOT NULL,
        answers jsonb NOT NULL,
        is_on boolean NOT NULL,
        version integer NOT NULL,
        minute timestamptz,
        in_minute integer NOT NULL DEFAULT 0,
        tested_at timestamptz,
        last_sent_at timestamptz,
        trouble text,
        troubled_at timestamptz,
        waits_until timestamptz
      );
      COMMENT ON COLUMN sms_gateways.secret IS 'whoever knows it sends at the house''s cost: never in an answer, a log or the audit trail';
      COMMENT ON COLUMN sms_gateways.in_minute IS 'how many went out in that minute';
      COMMENT ON COLUMN sms_gateways.waits_until IS 'the gateway has asked for a pause: nobody is written to before';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sms_gateways; DROP TABLE mobile_numbers;');
  }
}
