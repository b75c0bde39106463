import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody first came, and when they last came or went: who is late and who has left is then said without reading the timeline. */
export class Arrivals1700000001800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE seats ADD COLUMN first_arrived_at timestamptz, ADD COLUMN moved_at timestamptz;
      UPDATE seats s SET first_arrived_at = p.arrived, moved_at = p.moved
        FROM (SELECT session_id, member_id, min(at) FILTER (WHERE move = 'ARRIVED') AS arrived, max(at) FILTER (WHERE move IN ('ARRIVED',
          'LEFT')) AS moved
                FROM attendance_points WHERE member_id IS NOT NULL GROUP BY session_id, member_id) p
       WHERE p.session_id = s.session_id AND p.member_id = s.member_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE seats DROP COLUMN first_arrived_at, DROP COLUMN moved_at;');
  }
}
