import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which programs accepted the archive of a sealed ballot before its result was put on the board. */
export class SealedVerdicts1700000000543 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sealed_verdicts (
        ballot_id uuid NOT NULL REFERENCES sealed_elections, verifier text NOT NULL, version text,
        verdict text NOT NULL CHECK (verdict IN ('accepted', 'absent')), head text NOT NULL,
        PRIMARY KEY (ballot_id, verifier)
      );
      COMMENT ON TABLE sealed_verdicts IS
        'Written with the result and never changed. A program that refuses the archive keeps the result from being written at all.';
      COMMENT ON COLUMN sealed_verdicts.verdict IS 'absent: the program was not installed where the result was made';
      COMMENT ON COLUMN sealed_verdicts.head IS 'the last event of the archive that was judged, its result';
      CREATE TRIGGER sealed_verdicts_final BEFORE UPDATE OR DELETE ON sealed_verdicts FOR EACH ROW EXECUTE FUNCTION board_events_stay();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sealed_verdicts;');
  }
}
