import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES_BEFORE = ['RULES_DRAFT', 'RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN', 'OPEN', 'CLOSED', 'TALLIED', 'SIGNED', 'PUBLISHED'];
const STATES = [...STATES_BEFORE, 'DECLARED', 'APPROVED', 'REJECTED', 'ARCHIVED', 'ANNULLED'];
const SIGNED_BEFORE = ['SIGNED', 'PUBLISHED'];
/** A result that is signed never changes, whatever becomes of it. */
const SIGNED = [...SIGNED_BEFORE, 'DECLARED', 'APPROVED', 'REJECTED', 'ARCHIVED', 'ANNULLED'];

/** The states from the declaration to the archive. What was published before was declared with it. */
export class BallotDeclaration1700000000520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_state_check, ADD CONSTRAINT ballots_state_check CHECK (state IN (${listed(STATES)})),
        ADD COLUMN declared_at timestamptz;
      UPDATE ballots SET declared_at = published_at;
      COMMENT ON COLUMN ballots.declared_at IS 'from then on everybody of the organisation reads the result';
      ${guards(SIGNED)}
    `);
  }

  /** Refuses where a ballot stands in a state that the tables before this step do not know. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballots DROP CONSTRAINT ballots_state_check,
        ADD CONSTRAINT ballots_state_check CHECK (state IN (${listed(STATES_BEFORE)})), DROP COLUMN declared_at;
      ${guards(SIGNED_BEFORE)}
    `);
  }
}

const listed = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');

/** In which states a result is final. */
const guards = (states: readonly string[]): string => `
      DROP TRIGGER ballots_signed_result ON ballots;
      CREATE TRIGGER ballots_signed_result BEFORE UPDATE OR DELETE ON ballots FOR EACH ROW WHEN (OLD.state IN (${listed(states)}))
        EXECUTE FUNCTION ballots_keep_signed_result();
      DROP TRIGGER ballots_signed_question ON ballots;
      CREATE TRIGGER ballots_signed_question BEFORE UPDATE ON ballots FOR EACH ROW WHEN (OLD.state IN (${listed(states)}))
        EXECUTE FUNCTION ballots_keep_signed_question();`;
