import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When who is reminded is a ladder of the call. A call that was opened before keeps what it said: once so many days before, to those who
 * owe it and their head, and once past it, to the committee too.
 */
export class LaddersOfCalls1700000000399 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE calls SET settings = settings - 'remindBeforeDays' || jsonb_build_object('ladder', jsonb_build_object('then', NULL, 'rungs',
        jsonb_build_array(
          jsonb_build_object('workingDays', -coalesce((settings ->> 'remindBeforeDays')::int, 3), 'hears', '["debtor", "head"]'::jsonb),
          jsonb_build_object('workingDays', 1, 'hears', '["debtor", "head", "committee"]'::jsonb))))
      WHERE NOT settings ? 'ladder'`);
  }

  /** What the calls say is left of a ladder: its last step before the day. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE calls SET settings = settings - 'ladder' || jsonb_build_object('remindBeforeDays', coalesce((
        SELECT min(-(rung ->> 'workingDays')::int) FROM jsonb_array_elements(settings -> 'ladder' -> 'rungs') rung
        WHERE (rung ->> 'workingDays')::int < 0), 0))
      WHERE settings ? 'ladder'`);
  }
}
