/** The matters that are exported, in their order; `$1` are their ids. */
const WANTED = 'unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, nth) JOIN proposals p ON p.id = wanted.id';
const MATTER = 'p.id AS "proposalId", p.docket_no AS "docketNo", p.subject';
const memberName = (id: string): string => `(SELECT n.name FROM directory_members n WHERE n.id = ${id})`;
const unitName = (id: string): string => `(SELECT n.name FROM directory_units n WHERE n.id = ${id})`;

/**
 * With the last reply of a unit, and the first promise that is not settled, if any: the table of matters alone may be imported elsewhere.
 */
export const MATTERS = `
  SELECT ${MATTER}, s.title AS session, p.receipt_no AS "receiptNo", p.category, p.track, p.state,
    coalesce(${memberName('p.lead_proposer_id')}, brought.proposer) AS "leadProposer",
    (SELECT d.name FROM directory_delegations d WHERE d.id = p.delegation_id) AS delegation,
    (SELECT string_agg(m.name, '; ' ORDER BY m.name) FROM signatures g JOIN directory_members m ON m.id = g.member_id
      WHERE g.proposal_id = p.id AND g.state = 'SIGNED') AS seconders,
    p.submitted_at AS "submittedAt", p.late, p.paper ->> 'receivedOn' AS "paperReceivedOn",
    ${unitName('p.suggested_unit_id')} AS "suggestedUnit", p.grounds, p.measures,
    p.endorsement ->> 'outcome' AS endorsement, p.endorsement ->> 'reason' AS "endorsementReason",
    r.body AS "reviewBody", r.outcome AS "reviewOutcome", r.reason AS "reviewReason", r.entered_at AS "reviewedAt",
    last.unit, last.result, last.reply, last."repliedOn", promised.promise, promised."promiseDueOn", promised."promiseState",
    (SELECT coalesce(o.docket_no, o.subject) FROM proposals o
      WHERE o.id = (p.merged_into ->> 'proposalId')::uuid AND o.id = ANY($1)) AS "mergedInto",
    p.withdrawal ->> 'reason' AS "withdrawalReason", (p.withdrawal ->> 'at')::timestamptz AS "withdrawnAt",
    p.confidential IS NOT NULL AS confidential,
    EXISTS (SELECT FROM supervisions v WHERE v.id = p.id AND v.state = 'KEY') AS key,
    brought.imported_at AS "importedAt"
  FROM ${WANTED} LEFT JOIN imported_matters brought ON brought.proposal_id = p.id LEFT JOIN directory_sessions s ON s.id = p.session_id
  LEFT JOIN LATERAL (SELECT * FROM review_steps d WHERE d.proposal_id = p.id AND d.decides AND d.outcome <> 'MOTION'
    ORDER BY d.position DESC LIMIT 1) r ON true
  LEFT JOIN LATERAL (SELECT ${unitName('h.lead_unit_id')} AS unit, y.result_category AS result, y.text AS reply, y.replied_at AS "repliedOn"
    FROM handlings h LEFT JOIN replies y ON y.handling_id = h.id WHERE h.proposal_id = p.id
    ORDER BY y.replied_at DESC NULLS LAST, h.id LIMIT 1) last ON true
  LEFT JOIN LATERAL (SELECT k.promise, k.due_on AS "promiseDueOn", k.state AS "promiseState" FROM commitments k WHERE k.proposal_id = p.id
    ORDER BY k.state NOT IN ('OPEN', 'REPORTED'), k.made_at, k.id LIMIT 1) promised ON true
  ORDER BY wanted.nth`;

/** Of those sessions alone whose reviews the reader follows: `$2`. */
export const REVIEWS = `
  SELECT ${MATTER}, r.position AS nth, r.body AS "reviewBody", r.met_on AS "metOn",
    (SELECT string_agg(m.name, '; ' ORDER BY m.name) FROM directory_members m WHERE m.id = ANY(r.present)) AS present,
    r.opinion, r.outcome AS "reviewOutcome", r.reason AS "reviewReason"
  FROM ${WANTED} JOIN review_steps r ON r.proposal_id = p.id WHERE p.session_id = ANY($2::uuid[]) ORDER BY wanted.nth, r.position`;

/** `$2` is today; minutes are told of the matters `$3` alone. */
export const HANDLINGS = `
  SELECT ${MATTER}, ${unitName('h.lead_unit_id')} AS unit,
    (SELECT string_agg(a.name, '; ' ORDER BY a.name) FROM directory_units a WHERE a.id = ANY(h.assisting_unit_ids)) AS "assistingUnits",
    h.state, h.assigned_at AS "assignedAt", due.due_on AS "dueOn", due.provisional AS "dueProvisional",
    h.state IN ('ASSIGNED', 'IN_PROGRESS') AND NOT due.is_stopped AND due.due_on < $2 AS overdue,
    ${memberName('h.acknowledged_by')} AS "acknowledgedBy", h.acknowledged_at AS "acknowledgedAt",
    silent.policy AS silence, silent.explanation AS "silenceExplanation", met.met_on AS "metOn",
    CASE WHEN p.id = ANY($3::uuid[]) THEN met.minutes END AS minutes,
    h.outcome AS "endOutcome", h.ending_reason AS "endReason", h.ended_at AS "endedAt"
  FROM ${WANTED} JOIN handlings h ON h.proposal_id = p.id
  LEFT JOIN LATERAL (SELECT * FROM deadlines d WHERE d.subject_id = h.id AND d.matter = 'reply' ORDER BY d.round DESC LIMIT 1) due ON true
  LEFT JOIN silences silent ON silent.handling_id = h.id
    AND silent.round = (SELECT max(r.round) FROM replies r WHERE r.handling_id = h.id)
  LEFT JOIN escalation_meetings met ON met.handling_id = h.id
  ORDER BY wanted.nth, h.id`;

/** The files that a row names, each with its digest. */
const filesOf = (
  row: string,
): string => `(SELECT string_agg(file.named ->> 'name' || ' (SHA-256 ' || (file.named ->> 'sha256') || ')', '; ' ORDER BY file.nth)
  FROM jsonb_array_elements(${row}.files) WITH ORDINALITY AS file (named, nth))`;

export const REPLIES = `
  SELECT ${MATTER}, ${unitName('h.lead_unit_id')} AS unit, r.round, r.text, r.result_category AS result, r.channel, r.basis,
    ${filesOf('r')} AS files,
    ${memberName('r.replied_by')} AS by, r.replied_at AS at, r.overdue, r.feedback_due_on AS "feedbackDueOn"
  FROM ${WANTED} JOIN handlings h ON h.proposal_id = p.id JOIN replies r ON r.handling_id = h.id ORDER BY wanted.nth, h.id, r.round`;

/** All of the matters `$2`, and of the matters `$3` those that the member `$4` gave. */
export const RATINGS = `
  SELECT ${MATTER}, ${unitName('h.lead_unit_id')} AS unit, g.round, g.attitude, g.result AS "resultGrade", g.comment,
    ${memberName('g.rated_by')} AS by, g.rated_at AS at
  FROM ${WANTED} JOIN handlings h ON h.proposal_id = p.id JOIN ratings g ON g.handling_id = h.id
  WHERE p.id = ANY($2::uuid[]) OR (p.id = ANY($3::uuid[]) AND g.rated_by = $4) ORDER BY wanted.nth, h.id, g.round, g.rated_at`;

/** `$2` is today. */
export const PROMISES = `
  SELECT ${MATTER}, k.id AS "promiseId", ${unitName('k.unit_id')} AS unit, k.round, k.promise, k.first_due_on AS "firstDueOn",
    k.due_on AS "dueOn", k.state IN ('OPEN', 'REPORTED') AND k.due_on < $2 AS overdue, k.origin, k.state AS "promiseState",
    ${memberName('k.made_by')} AS by, k.made_at AS at
  FROM ${WANTED} JOIN commitments k ON k.proposal_id = p.id ORDER BY wanted.nth, k.made_at, k.first_due_on, k.id`;

export const PROMISE_STEPS = `
  SELECT ${MATTER}, k.id AS "promiseId", t.nth + 1 AS nth, t.kind AS step, t.settlement, t.said AS text, t.link,
    ${filesOf('t')} AS files, t.due_on AS "dueOn",
    ${memberName('t.by_member')} AS by, t.at
  FROM ${WANTED} JOIN commitments k ON k.proposal_id = p.id JOIN commitment_steps t ON t.commitment_id = k.id
  ORDER BY wanted.nth, k.made_at, k.first_due_on, k.id, t.nth`;

/** What decides who may see the ratings of these matters `$1`. */
export const RATED = (signatures: string): string => `
  SELECT p.id, p.session_id, p.state, p.lead_proposer_id, p.merged, ${signatures},
    (SELECT coalesce(json_agg(json_build_object('leadUnitId', h.lead_unit_id, 'assistingUnitIds', h.assisting_unit_ids,
      'replies', (SELECT coalesce(json_agg(json_build_object('by', r.replied_by)), '[]') FROM replies r WHERE r.handling_id = h.id))), '[]')
      FROM handlings h WHERE h.proposal_id = p.id) AS handlings
  FROM proposals p WHERE p.id = ANY($1::uuid[])`;
