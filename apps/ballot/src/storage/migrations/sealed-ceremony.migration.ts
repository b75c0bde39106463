import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key ceremony of a threshold group of scrutineers, any so many of whom open the box. */
export class SealedCeremony1700000000541 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sealed_ceremony (
        ballot_id uuid NOT NULL REFERENCES ballots, round text NOT NULL CHECK (round IN ('certificate', 'polynomial', 'output')),
        member_id uuid NOT NULL, message text NOT NULL,
        PRIMARY KEY (ballot_id, round, member_id)
      );
      COMMENT ON TABLE sealed_ceremony IS
        'What the scrutineers'' devices said in the key ceremony, one round after the other. What is said stays, until other '
        'scrutineers begin anew. Secrecy: what one scrutineer says to another, and the own part of the key, are encrypted for their '
        'devices; the seeds that open them never leave these.';

      CREATE FUNCTION sealed_ceremony_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what is said in a key ceremony stays';
      END $$;
      CREATE TRIGGER sealed_ceremony_said BEFORE UPDATE ON sealed_ceremony FOR EACH ROW EXECUTE FUNCTION sealed_ceremony_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sealed_ceremony; DROP FUNCTION sealed_ceremony_stays();');
  }
}
