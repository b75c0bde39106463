import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was signed in to a session by another's hand. */
export class DeskSignIns1700000000730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE desk_sign_ins (session_id uuid NOT NULL, member_id uuid NOT NULL, at timestamptz NOT NULL, made_by uuid NOT NULL,
        late boolean NOT NULL);
      CREATE INDEX desk_sign_ins_of_session ON desk_sign_ins (session_id, member_id);
      COMMENT ON COLUMN desk_sign_ins.late IS 'after the session had begun, as the congress service told';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE desk_sign_ins;');
  }
}
