import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One's own notices of some codes, the latest first, without a look at all the others. */
export class NoticesByKind1700000000343 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX notices_of_kind ON notices (member_id, code, created_at DESC, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notices_of_kind');
  }
}
