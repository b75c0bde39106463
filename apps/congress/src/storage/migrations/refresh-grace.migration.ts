import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the successor of a refresh token follows from, so that a lost answer can be given again. */
export class RefreshGrace1700000001900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE refresh_tokens ADD COLUMN successor_salt text;
      COMMENT ON COLUMN refresh_tokens.successor_salt IS
        'Secrecy: 256 random bits; the successor follows from them and the token before it, which is in no table';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE refresh_tokens DROP COLUMN successor_salt;');
  }
}
