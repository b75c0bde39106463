import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened before there were facts, as far as the columns of a proposal still tell it; in which version it did, they do not. */
const TOLD_BY_COLUMNS = `
  INSERT INTO facts (proposal_id, organisation_id, session_id, version, member_id, at, kind, data, names)
  SELECT p.id, p.organisation_id, p.session_id, NULL, member_id, at, kind, data, names
  FROM (
    SELECT p.*, coalesce((
      SELECT jsonb_agg(jsonb_build_object('memberId', s.member_id, 'state', s.state, 'at', s.at) ORDER BY s.at, s.place)
      FROM signatures s WHERE s.proposal_id = p.id), '[]') AS signatures
    FROM proposals p
  ) p LEFT JOIN (
    SELECT DISTINCT ON (proposal_id) proposal_id, jsonb_build_object('outcome', outcome, 'reason', reason, 'by', entered_by,
      'at', entered_at) AS review
    FROM review_steps WHERE decides ORDER BY proposal_id, position DESC
  ) r ON r.proposal_id = p.id CROSS JOIN LATERAL (
    SELECT 1 AS step, p.created_at AS at, p.lead_proposer_id AS member_id, 'ProposalDrafted' AS kind, '{}'::jsonb AS data,
      NULL::jsonb AS names
    UNION ALL
    SELECT 2, (s ->> 'at')::timestamptz, CASE s ->> 'state' WHEN 'INVITED' THEN p.lead_proposer_id ELSE (s ->> 'memberId')::uuid END,
      CASE s ->> 'state' WHEN 'INVITED' THEN 'SeconderInvited' WHEN 'SIGNED' THEN 'ProposalSeconded' ELSE 'SecondingDeclined' END,
      jsonb_build_object('memberId', s -> 'memberId'), NULL
    FROM jsonb_array_elements(p.signatures) s
    UNION ALL
    SELECT step, at, p.lead_proposer_id, 'ProposalSubmitted', jsonb_build_object('late', p.late,
        'track', CASE WHEN r.review IS NULL THEN p.track END, 'subject', p.subject, 'category', p.category,
        'leadProposerId', p.lead_proposer_id,
        'seconderIds', jsonb_path_query_array(p.signatures, '$[*] ? (@.state == "SIGNED").memberId')) || coalesce((
          SELECT jsonb_build_object('delegationId', s.delegation_id) FROM directory_seats s WHERE s.session_id = p.session_id
            AND s.member_id = p.lead_proposer_id AND s.seated AND s.delegation_id IS NOT NULL), '{}'), (
      SELECT jsonb_object_agg(id, name) FROM (
        SELECT id, name FROM directory_members WHERE id = p.lead_proposer_id
        UNION ALL SELECT d.id, d.name FROM directory_delegations d JOIN directory_seats s ON s.delegation_id = d.id
          WHERE s.session_id = p.session_id AND s.member_id = p.lead_proposer_id AND s.seated) named)
    FROM (
      SELECT 3 AS step, p.submitted_at AS at WHERE p.submitted_at IS NOT NULL
      -- Handed in again after a return: when, no column tells.
      UNION ALL SELECT 5, (r.review ->> 'at')::timestamptz WHERE p.state = 'SUBMITTED' AND r.review ->> 'outcome' = 'RETURNED'
    ) handed_in
    UNION ALL
    SELECT 4, (r.review ->> 'at')::timestamptz, (r.review ->> 'by')::uuid, 'ProposalReviewed',
      jsonb_build_object('outcome', r.review -> 'outcome', 'reason', r.review -> 'reason', 'category', p.category, 'docketNo', p.docket_no),
      NULL WHERE r.review IS NOT NULL
    UNION ALL
    SELECT 6, (p.assignment ->> 'at')::timestamptz, (p.assignment ->> 'by')::uuid, 'ProposalAssigned',
      jsonb_build_object('leadUnitId', p.assignment -> 'leadUnitId', 'assistingUnitIds', p.assignment -> 'assistingUnitIds',
        'dueOn', p.assignment -> 'dueOn'), (
      SELECT jsonb_object_agg(u.id, u.name) FROM directory_units u
      WHERE u.id::text = p.assignment ->> 'leadUnitId' OR p.assignment -> 'assistingUnitIds' ? u.id::text)
    WHERE p.assignment IS NOT NULL
    UNION ALL
    SELECT 7, (p.assignment -> 'acknowledged' ->> 'at')::timestamptz, (p.assignment -> 'acknowledged' ->> 'by')::uuid,
      'AssignmentAcknowledged', '{}', NULL
    WHERE p.assignment -> 'acknowledged' ->> 'at' IS NOT NULL
      AND p.assignment -> 'acknowledged' ->> 'at' IS DISTINCT FROM p.replies -> 0 ->> 'at'
    UNION ALL
    SELECT 8, (r ->> 'at')::timestamptz, (r ->> 'by')::uuid, 'ProposalReplied', jsonb_build_object('round', r -> 'round',
      'feedbackDueOn', r -> 'feedbackDueOn', 'unitId', p.assignment -> 'leadUnitId', 'resultCategory', r -> 'resultCategory',
      'overdue', r -> 'overdue'), NULL
    FROM jsonb_array_elements(p.replies) r
    UNION ALL
    SELECT 9, (r -> 'rating' ->> 'at')::timestamptz, (r -> 'rating' ->> 'by')::uuid, 'ProposalRated',
      jsonb_build_object('round', r -> 'round'), NULL
    FROM jsonb_array_elements(p.replies) r WHERE r -> 'rating' ->> 'at' IS NOT NULL
    UNION ALL
    SELECT 10, (r -> 'rating' ->> 'at')::timestamptz, (r -> 'rating' ->> 'by')::uuid, 'ProposalReopened',
      jsonb_build_object('round', (r ->> 'round')::int + 1, 'dueOn', p.assignment -> 'dueOn'), NULL
    FROM jsonb_array_elements(p.replies) r WHERE r -> 'rating' ->> 'at' IS NOT NULL
      AND ((r ->> 'round')::int < jsonb_array_length(p.replies) OR p.state IN ('ASSIGNED', 'IN_PROGRESS'))
    UNION ALL
    SELECT 11, (p.withdrawal ->> 'at')::timestamptz, p.lead_proposer_id,
      CASE WHEN p.submitted_at IS NULL AND p.signatures = '[]' THEN 'DraftDiscarded' ELSE 'ProposalWithdrawn' END,
      CASE WHEN p.submitted_at IS NULL AND p.signatures = '[]' THEN '{}' ELSE
        jsonb_build_object('reason', p.withdrawal -> 'reason', 'wasSubmitted', p.submitted_at IS NOT NULL,
          'invited', jsonb_path_query_array(p.signatures, '$[*] ? (@.state == "INVITED").memberId')) END, NULL
    WHERE p.withdrawal IS NOT NULL
    UNION ALL
    SELECT 12, (p.closing ->> 'at')::timestamptz, (p.closing ->> 'by')::uuid, 'ProposalClosed',
      jsonb_build_object('outcome', p.closing -> 'outcome'), NULL
    WHERE p.closing IS NOT NULL
  ) told
  ORDER BY at, p.id, step`;

/** Facts, from which timelines and reports are made, and of each matter that was handed in what its facts amount to now. */
export class Facts1700000000359 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE facts (
        position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, proposal_id uuid NOT NULL, organisation_id uuid NOT NULL,
          session_id uuid NOT NULL, version integer, member_id uuid, at timestamptz NOT NULL, kind text NOT NULL,
        data jsonb NOT NULL, names jsonb
      );
      CREATE INDEX facts_of_proposal ON facts (proposal_id, position);
      COMMENT ON TABLE facts IS
        'What happened to proposals, whether others heard of it or not. Append-only; never a rating. Of a draft that was thrown away its '
        'facts remain.';
      COMMENT ON COLUMN facts.version IS 'of the proposal after it; null of what happened before there were facts';
      COMMENT ON COLUMN facts.names IS 'of lead proposer, delegation and units, as they were';

      CREATE FUNCTION facts_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'facts are append-only'; END $$;
      CREATE TRIGGER facts_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON facts FOR EACH STATEMENT EXECUTE FUNCTION facts_are_kept();

      CREATE TABLE matters (
        proposal_id uuid PRIMARY KEY, organisation_id uuid NOT NULL, session_id uuid NOT NULL, changed_at timestamptz NOT NULL,
        matter jsonb NOT NULL, particulars jsonb NOT NULL
      );
      CREATE INDEX matters_of_session ON matters (session_id, changed_at);
      COMMENT ON TABLE matters IS 'A summary: the fold of the facts of each matter, which may be emptied at any time and is made again.';
    `);
    await runner.query(TOLD_BY_COLUMNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matters, facts; DROP FUNCTION facts_are_kept();');
  }
}
