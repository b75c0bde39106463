import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A foreign verifier that fails its self-test is said to be unfit, neither believed nor passed over. */
export class UnfitVerifier1700000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sealed_verdicts DROP CONSTRAINT sealed_verdicts_verdict_check;
      ALTER TABLE sealed_verdicts ADD CONSTRAINT sealed_verdicts_verdict_check CHECK (verdict IN ('accepted', 'absent', 'unfit'));
      COMMENT ON COLUMN sealed_verdicts.verdict IS
        'absent: the program was not installed where the result was made; unfit: it failed its self-test';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sealed_verdicts DROP CONSTRAINT sealed_verdicts_verdict_check;
      ALTER TABLE sealed_verdicts ADD CONSTRAINT sealed_verdicts_verdict_check CHECK (verdict IN ('accepted', 'absent')) NOT VALID;
      COMMENT ON COLUMN sealed_verdicts.verdict IS 'absent: the program was not installed where the result was made';`);
  }
}
