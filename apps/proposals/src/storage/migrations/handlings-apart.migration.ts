import type { MigrationInterface, QueryRunner } from 'typeorm';

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const asText = (instant: string): string => `to_char(${instant} AT TIME ZONE 'UTC', ${INSTANT})`;

/**
 * The work on a proposal, its replies, how they were rated, and what is owed by when get tables of their own (ADR-0038). What was assigned
 * before is a handling under the id of its proposal, so that the ids of its deadlines, which others were told, stay as they are.
 */
export class HandlingsApart1700000000360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(CARRIED_OVER);
    await runner.query(DEADLINES);
    await runner.query(WITHOUT_JSON);
  }

  /** @throws where separate units handle a proposal: a row of before holds one */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM handlings GROUP BY proposal_id HAVING count(*) > 1) THEN
          RAISE EXCEPTION 'separate units handle a proposal: there is no way back for them';
        END IF;
      END $$;
    `);
    await runner.query(WITH_JSON);
    await runner.query(CARRIED_BACK);
    await runner.query(`
      ALTER TABLE proposals
        ADD COLUMN lead_unit_id uuid GENERATED ALWAYS AS ((assignment ->> 'leadUnitId')::uuid) STORED,
        ADD COLUMN due_on text GENERATED ALWAYS AS (assignment ->> 'dueOn') STORED,
        ADD COLUMN awaited_on text GENERATED ALWAYS AS
          (CASE WHEN state IN ('ASSIGNED', 'IN_PROGRESS') THEN assignment ->> 'dueOn' END) STORED;
      CREATE INDEX proposals_of_lead_unit ON proposals (lead_unit_id) WHERE lead_unit_id IS NOT NULL;
      CREATE INDEX proposals_of_assisting_unit ON proposals USING gin ((assignment -> 'assistingUnitIds')) WHERE assignment IS NOT NULL;
      CREATE INDEX proposals_awaited ON proposals (organisation_id, awaited_on, submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;
      CREATE INDEX proposals_provisional ON proposals (id)
        WHERE assignment ->> 'dueProvisional' = 'true' AND state IN ('ASSIGNED', 'IN_PROGRESS');
      COMMENT ON COLUMN proposals.awaited_on IS 'by when a reply is owed; null where none is';
      COMMENT ON COLUMN proposals.replies IS 'with their ratings, which the handling units do not see before closing';
      DROP TABLE deadlines, ratings, replies, handlings;
    `);
  }
}

const TABLES = `
  CREATE TABLE handlings (
    id uuid PRIMARY KEY, proposal_id uuid NOT NULL REFERENCES proposals ON DELETE CASCADE,
    lead_unit_id uuid NOT NULL, assisting_unit_ids uuid[] NOT NULL,
    state text NOT NULL CHECK (state IN ('ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'ESCALATED', 'ENDED')),
    assigned_by uuid NOT NULL, assigned_at timestamptz NOT NULL,
    acknowledged_by uuid, acknowledged_at timestamptz,
    outcome text, ending_reason text, ended_by uuid, ended_at timestamptz,
    version integer NOT NULL,
    UNIQUE (proposal_id, lead_unit_id),
    CHECK ((ended_at IS NOT NULL) = (state = 'ENDED'))
  );
  CREATE INDEX handlings_of_lead_unit ON handlings (lead_unit_id, state);
  CREATE INDEX handlings_of_assisting_unit ON handlings USING gin (assisting_unit_ids);
  COMMENT ON TABLE handlings IS 'the work of one lead unit, or of each separate unit, on a proposal';

  CREATE TABLE replies (
    handling_id uuid NOT NULL REFERENCES handlings ON DELETE CASCADE, round integer NOT NULL CHECK (round > 0),
    text text NOT NULL, result_category text NOT NULL, channel text NOT NULL, basis text,
    replied_by uuid NOT NULL, replied_at timestamptz NOT NULL, overdue boolean NOT NULL, feedback_due_on text,
    PRIMARY KEY (handling_id, round)
  );

  CREATE TABLE ratings (
    handling_id uuid NOT NULL, round integer NOT NULL, attitude text NOT NULL, result text NOT NULL, comment text,
    rated_by uuid, rated_at timestamptz NOT NULL,
    PRIMARY KEY (handling_id, round), FOREIGN KEY (handling_id, round) REFERENCES replies ON DELETE CASCADE
  );
  COMMENT ON TABLE ratings IS 'apart from the replies: what is asked for a handling unit before closing never comes here';

  CREATE TABLE deadlines (
    id uuid PRIMARY KEY, organisation_id uuid NOT NULL, proposal_id uuid NOT NULL REFERENCES proposals ON DELETE CASCADE,
    subject_kind text NOT NULL, subject_id uuid NOT NULL, matter text NOT NULL, round integer NOT NULL,
    unit_id uuid, member_ids uuid[] NOT NULL,
    rule jsonb, started_on text NOT NULL, stops jsonb NOT NULL, extended_from text, due_on text NOT NULL, provisional boolean NOT NULL,
    is_stopped boolean NOT NULL GENERATED ALWAYS AS (coalesce(stops -> -1 -> 'until' = 'null', false)) STORED,
    met_at timestamptz, waived boolean NOT NULL DEFAULT false,
    UNIQUE (subject_id, matter, round)
  );
  CREATE INDEX deadlines_of_proposal ON deadlines (proposal_id, matter);
  CREATE INDEX deadlines_open ON deadlines (organisation_id, matter, due_on) WHERE met_at IS NULL;
  CREATE INDEX deadlines_open_of_unit ON deadlines (unit_id, matter, due_on) WHERE met_at IS NULL;
  CREATE INDEX deadlines_open_of_members ON deadlines USING gin (member_ids) WHERE met_at IS NULL;
  CREATE INDEX deadlines_provisional ON deadlines (id) WHERE provisional AND met_at IS NULL;
  COMMENT ON TABLE deadlines IS 'something owed by somebody by a day: written from the facts of a change, in its transaction';
  COMMENT ON COLUMN deadlines.rule IS 'null for a date that somebody set';
  COMMENT ON COLUMN deadlines.due_on IS 'the last day on which it is in time';
`;

/** A dissatisfied rating that opened no further round stands in the last one: it has escalated. */
const CARRIED_OVER = `
  ALTER TABLE proposals DROP CONSTRAINT proposals_state_check, ADD CONSTRAINT proposals_state_check CHECK (state IN ('DRAFT', 'SECONDING',
    'ENDORSING', 'SUBMITTED', 'RETURNED', 'PRESIDIUM', 'MERGED', 'NOT_FILED', 'WITHDRAWN', 'FILED', 'SUGGESTION', 'ASSIGNED', 'IN_PROGRESS',
    'REPLIED', 'RATED', 'ESCALATED', 'CLOSED'));
  UPDATE proposals SET state = 'ESCALATED' WHERE state = 'RATED'
    AND 'DISSATISFIED' IN (replies -> -1 -> 'rating' ->> 'attitude', replies -> -1 -> 'rating' ->> 'result');

  INSERT INTO handlings (id, proposal_id, lead_unit_id, assisting_unit_ids, state, assigned_by, assigned_at, acknowledged_by,
    acknowledged_at, outcome, ending_reason, ended_by, ended_at, version)
  SELECT p.id, p.id, p.lead_unit_id, ARRAY(SELECT jsonb_array_elements_text(p.assignment -> 'assistingUnitIds')::uuid),
    CASE WHEN p.state IN ('CLOSED', 'WITHDRAWN') THEN 'ENDED' ELSE p.state END,
    (p.assignment ->> 'by')::uuid, (p.assignment ->> 'at')::timestamptz,
    (p.assignment -> 'acknowledged' ->> 'by')::uuid, (p.assignment -> 'acknowledged' ->> 'at')::timestamptz,
    p.closing ->> 'outcome', CASE p.state WHEN 'WITHDRAWN' THEN p.withdrawal ->> 'reason' ELSE p.closing ->> 'reason' END,
    CASE p.state WHEN 'WITHDRAWN' THEN p.lead_proposer_id ELSE (p.closing ->> 'by')::uuid END,
    CASE p.state WHEN 'WITHDRAWN' THEN (p.withdrawal ->> 'at')::timestamptz ELSE (p.closing ->> 'at')::timestamptz END,
    1
  FROM proposals p WHERE p.assignment IS NOT NULL;

  INSERT INTO replies (handling_id, round, text, result_category, channel, basis, replied_by, replied_at, overdue, feedback_due_on)
  SELECT p.id, (reply ->> 'round')::int, reply ->> 'text', reply ->> 'resultCategory', reply ->> 'channel', reply ->> 'basis',
    (reply ->> 'by')::uuid, (reply ->> 'at')::timestamptz, (reply ->> 'overdue')::boolean, reply ->> 'feedbackDueOn'
  FROM proposals p CROSS JOIN LATERAL jsonb_array_elements(p.replies) reply;

  INSERT INTO ratings (handling_id, round, attitude, result, comment, rated_by, rated_at)
  SELECT p.id, (reply ->> 'round')::int, rating ->> 'attitude', rating ->> 'result', rating ->> 'comment', (rating ->> 'by')::uuid,
    (rating ->> 'at')::timestamptz
  FROM proposals p CROSS JOIN LATERAL jsonb_array_elements(p.replies) reply CROSS JOIN LATERAL (SELECT reply -> 'rating' AS rating) given
  WHERE jsonb_typeof(rating) = 'object';
`;

/**
 * The id of a deadline follows from what it is about, as the service derives it. Until when a round of before the last was owed was not
 * kept: the day stands for it on which it was answered, or the day before where that was late.
 */
const DEADLINES = `
  CREATE FUNCTION pg_temp.derived_id(subject uuid, matter text, round integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (substr(hex, 1, 8) || substr(hex, 9, 4) || '8' || substr(hex, 14, 3) || '8' || substr(hex, 18, 3) || substr(hex, 21, 12))::uuid
    FROM encode(sha256(convert_to(subject || '/' || matter || '/' || round, 'UTF8')), 'hex') AS hex
  $$;

  INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, unit_id, member_ids, rule, started_on,
    stops, due_on, provisional, met_at, waived)
  SELECT pg_temp.derived_id(h.id, 'reply', asked.round), p.organisation_id, p.id, 'handling', h.id, 'reply', asked.round, h.lead_unit_id,
    '{}', CASE WHEN asked.provisional THEN CASE asked.round
      WHEN 1 THEN coalesce(c.settings -> 'replyDue', '{"kind":"months","n":3}')
      ELSE coalesce(c.settings -> 'rehandleDue', '{"kind":"months","n":1}') END END,
    (coalesce(g.rated_at, h.assigned_at) AT TIME ZONE asked.zone)::date::text, '[]',
    CASE WHEN asked.is_latest THEN p.due_on ELSE ((r.replied_at AT TIME ZONE asked.zone)::date - r.overdue::int)::text END,
    asked.provisional, coalesce(r.replied_at, h.ended_at), r.replied_at IS NULL AND h.ended_at IS NOT NULL
  FROM handlings h JOIN proposals p ON p.id = h.proposal_id JOIN calls c ON c.id = p.call_id
  LEFT JOIN directory_calendars k ON k.organisation_id = p.organisation_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS given FROM replies WHERE handling_id = h.id) answered
  CROSS JOIN LATERAL (
    SELECT nth AS round, nth = last.round AS is_latest, coalesce(k.zone, 'Asia/Shanghai') AS zone,
      nth = last.round AND coalesce((p.assignment ->> 'dueProvisional')::boolean, false) AS provisional
    FROM (SELECT CASE WHEN answered.given = 0 OR h.state IN ('ASSIGNED', 'IN_PROGRESS') THEN answered.given + 1 ELSE answered.given END
      AS round) last CROSS JOIN LATERAL generate_series(1, last.round) nth
  ) asked
  LEFT JOIN replies r ON r.handling_id = h.id AND r.round = asked.round
  LEFT JOIN ratings g ON g.handling_id = h.id AND g.round = asked.round - 1;

  INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, unit_id, member_ids, rule, started_on,
    stops, due_on, provisional, met_at, waived)
  SELECT pg_temp.derived_id(h.id, 'feedback', r.round), p.organisation_id, p.id, 'handling', h.id, 'feedback', r.round, NULL,
    ARRAY[coalesce(g.rated_by, p.lead_proposer_id)], NULL,
    (r.replied_at AT TIME ZONE coalesce(k.zone, 'Asia/Shanghai'))::date::text, '[]', r.feedback_due_on, false,
    coalesce(g.rated_at, h.ended_at), g.rated_at IS NULL AND h.ended_at IS NOT NULL
  FROM replies r JOIN handlings h ON h.id = r.handling_id JOIN proposals p ON p.id = h.proposal_id
  LEFT JOIN directory_calendars k ON k.organisation_id = p.organisation_id
  LEFT JOIN ratings g ON g.handling_id = r.handling_id AND g.round = r.round
  WHERE r.feedback_due_on IS NOT NULL;

  INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, unit_id, member_ids, rule, started_on,
    stops, due_on, provisional, met_at)
  SELECT pg_temp.derived_id(c.id, 'commitment', 1), c.organisation_id, c.proposal_id, 'commitment', c.id, 'commitment', 1, c.unit_id, '{}',
    NULL, (c.made_at AT TIME ZONE coalesce(k.zone, 'Asia/Shanghai'))::date::text, '[]', c.due_on, false,
    CASE WHEN c.state IN ('DONE', 'EXPLAINED') THEN (SELECT max(s.at) FROM commitment_steps s
      WHERE s.commitment_id = c.id AND s.kind = 'ACCEPTANCE') END
  FROM commitments c LEFT JOIN directory_calendars k ON k.organisation_id = c.organisation_id;

  DROP FUNCTION pg_temp.derived_id;
`;

const WITHOUT_JSON = `
  ALTER TABLE proposals DROP COLUMN lead_unit_id, DROP COLUMN due_on, DROP COLUMN awaited_on;
  ALTER TABLE proposals DROP COLUMN assignment, DROP COLUMN replies, DROP COLUMN closing;
  ALTER TABLE proposals ADD COLUMN lead_unit_id uuid, ADD COLUMN due_on text, ADD COLUMN awaited_on text;
  UPDATE proposals p SET lead_unit_id = d.unit_id, due_on = d.due_on, awaited_on = CASE WHEN d.met_at IS NULL THEN d.due_on END
  FROM (SELECT DISTINCT ON (proposal_id) * FROM deadlines WHERE matter = 'reply' ORDER BY proposal_id, round DESC) d
  WHERE d.proposal_id = p.id;
  CREATE INDEX proposals_awaited ON proposals (organisation_id, awaited_on, submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;
  COMMENT ON COLUMN proposals.state IS 'where people say the matter stands: made of the proposal and its handlings, written with them';
  COMMENT ON COLUMN proposals.lead_unit_id IS 'of the handling that speaks for the matter, for lists';
  COMMENT ON COLUMN proposals.due_on IS 'of the same handling';
  COMMENT ON COLUMN proposals.awaited_on IS 'by when the first reply is owed, for the order of lists; null where none is';
`;

const WITH_JSON = `
  DROP INDEX proposals_awaited;
  ALTER TABLE proposals ADD COLUMN assignment jsonb, ADD COLUMN replies jsonb NOT NULL DEFAULT '[]', ADD COLUMN closing jsonb,
    DROP COLUMN lead_unit_id, DROP COLUMN due_on, DROP COLUMN awaited_on;
  ALTER TABLE proposals ALTER COLUMN replies DROP DEFAULT;
`;

const CARRIED_BACK = `
  UPDATE proposals p SET
    assignment = jsonb_build_object('leadUnitId', h.lead_unit_id, 'assistingUnitIds', to_jsonb(h.assisting_unit_ids), 'dueOn', d.due_on,
      'dueProvisional', d.provisional, 'by', h.assigned_by, 'at', ${asText('h.assigned_at')}, 'acknowledged',
      CASE WHEN h.acknowledged_at IS NOT NULL THEN jsonb_build_object('by', h.acknowledged_by, 'at', ${asText('h.acknowledged_at')}) END),
    replies = coalesce((
      SELECT jsonb_agg(jsonb_build_object('round', r.round, 'text', r.text, 'resultCategory', r.result_category, 'channel', r.channel,
        'basis', r.basis, 'by', r.replied_by, 'at', ${asText('r.replied_at')}, 'overdue', r.overdue, 'feedbackDueOn', r.feedback_due_on, 'rating',
        CASE WHEN g.rated_at IS NOT NULL THEN jsonb_build_object('attitude', g.attitude, 'result', g.result, 'comment', g.comment,
          'by', g.rated_by, 'at', ${asText('g.rated_at')}) END) ORDER BY r.round)
      FROM replies r LEFT JOIN ratings g USING (handling_id, round) WHERE r.handling_id = h.id), '[]'),
    closing = CASE WHEN p.state = 'CLOSED' THEN
      jsonb_build_object('outcome', h.outcome, 'reason', h.ending_reason, 'by', h.ended_by, 'at', ${asText('h.ended_at')}) END
  FROM handlings h CROSS JOIN LATERAL (
    SELECT due_on, provisional FROM deadlines WHERE subject_id = h.id AND matter = 'reply' ORDER BY round DESC LIMIT 1
  ) d WHERE h.proposal_id = p.id;
  UPDATE proposals SET state = 'RATED' WHERE state = 'ESCALATED';
  ALTER TABLE proposals DROP CONSTRAINT proposals_state_check, ADD CONSTRAINT proposals_state_check CHECK (state IN ('DRAFT', 'SECONDING',
    'SUBMITTED', 'PRESIDIUM', 'RETURNED', 'MERGED', 'NOT_FILED', 'WITHDRAWN', 'FILED', 'SUGGESTION', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED',
    'RATED', 'CLOSED'));
`;
