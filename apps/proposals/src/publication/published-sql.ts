/** What every member reads: published, and kept confidential by nobody since. */
export const PUBLISHED = `publications b JOIN proposals p ON p.id = b.id
  WHERE b.organisation_id = $1 AND b.state = 'PUBLISHED' AND p.confidential IS NULL`;

/** Of a published matter in a list. */
export const PUBLISHED_COLUMNS = `p.id, p.subject, p.docket_no AS "docketNo", p.category, p.session_id AS "sessionId",
  b.published_at AS "publishedAt",
  (SELECT coalesce(json_agg(json_build_object('id', h.lead_unit_id, 'name', u.name) ORDER BY u.name, h.id), '[]'::json)
    FROM handlings h LEFT JOIN directory_units u ON u.id = h.lead_unit_id WHERE h.proposal_id = p.id) AS units`;
