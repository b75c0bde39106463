import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As the service derives it: where an answer that is asked for now is given later, its deadline is found. */
const DERIVED_ID = `
  CREATE FUNCTION pg_temp.derived_id(subject uuid, matter text, round integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (substr(hex, 1, 8) || substr(hex, 9, 4) || '8' || substr(hex, 14, 3) || '8' || substr(hex, 18, 3) || substr(hex, 21, 12))::uuid
    FROM encode(sha256(convert_to(subject || '/' || matter || '/' || round, 'UTF8')), 'hex') AS hex
  $$;
`;

/** The answer to a request is owed by a day in the table of deadlines; what was asked before and is open among them. */
export class AnswerDeadlines1700000000390 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deadlines ADD COLUMN office text CHECK (office = 'committee');
      COMMENT ON COLUMN deadlines.office IS 'whose holders of the session owe it; null where members or a unit do';
      ${DERIVED_ID}
      INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, unit_id, member_ids, office, rule,
        started_on, stops, due_on, provisional)
      SELECT pg_temp.derived_id(r.id, 'answer', 1), r.organisation_id, r.proposal_id, 'request', r.id, 'answer', 1,
        (r.owed_by ->> 'unitId')::uuid,
        CASE r.owed_by ->> 'who' WHEN 'lead-proposer' THEN ARRAY[p.lead_proposer_id]
          WHEN 'member' THEN ARRAY[(r.owed_by ->> 'memberId')::uuid] ELSE '{}' END,
        CASE WHEN r.owed_by ->> 'who' = 'committee' THEN 'committee' END, NULL,
        ((r.asked ->> 'at')::timestamptz AT TIME ZONE coalesce(k.zone, 'Asia/Shanghai'))::date::text, '[]', r.due_on, false
      FROM requests r JOIN proposals p ON p.id = r.proposal_id
      LEFT JOIN directory_calendars k ON k.organisation_id = r.organisation_id
      WHERE r.state = 'OPEN' AND r.due_on IS NOT NULL;
      DROP FUNCTION pg_temp.derived_id;
    `);
  }

  /** A request keeps its day. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM deadlines WHERE matter = 'answer'; ALTER TABLE deadlines DROP COLUMN office;");
  }
}
