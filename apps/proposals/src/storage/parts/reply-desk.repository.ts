import { Injectable } from '@nestjs/common';
import type { Queryable } from '@plenum/database';
import { type Clearance, CLEARANCE_KINDS, type DraftMark, type ReplyDesk } from '@plenum/proposals-domain';
import type { StoredJson } from './stored-json.js';

interface DeskRow {
  readonly handlingId: string;
  readonly draft: StoredJson<DraftMark> | null;
  readonly formerUnitIds: readonly string[];
  readonly contacts: number;
  readonly clearances: readonly Clearance[];
  readonly signers: readonly ('head' | 'leader')[];
}

const DESKS = `
  SELECT h.id AS "handlingId",
    (SELECT json_build_object('round', d.round, 'number', d.number, 'version', d.version, 'by', d.saved_by, 'at', d.saved_at)
      FROM reply_drafts d WHERE d.handling_id = h.id AND d.unit_id = h.lead_unit_id ORDER BY d.version DESC LIMIT 1) AS draft,
    ARRAY(SELECT DISTINCT d.unit_id FROM reply_drafts d WHERE d.handling_id = h.id AND d.unit_id <> h.lead_unit_id) AS "formerUnitIds",
    (SELECT count(*)::int FROM contacts c WHERE c.handling_id = h.id AND c.unit_id = h.lead_unit_id
      AND c.round = (SELECT count(*) + 1 FROM replies r WHERE r.handling_id = h.id)) AS contacts,
    coalesce((
      SELECT json_agg(json_build_object('requestId', q.id, 'kind', q.kind, 'state', q.state,
        'owedBy', json_build_object('who', q.owed_by ->> 'who', 'unitId', q.owed_by ->> 'unitId'),
        'round', (q.asked -> 'wish' ->> 'round')::int, 'draft', (q.asked -> 'wish' ->> 'draft')::int,
        'outcome', q.answered ->> 'outcome', 'dueOn', q.due_on) ORDER BY q.asked ->> 'at', q.id)
      FROM requests q WHERE q.handling_id = h.id AND q.state <> 'TAKEN_BACK' AND q.kind = ANY($2)
        AND (q.asked ->> 'at')::timestamptz >= h.assigned_at), '[]') AS clearances,
    ARRAY(SELECT DISTINCT CASE o.office WHEN 'UNIT_HEAD' THEN 'head' ELSE 'leader' END FROM directory_offices o
      WHERE o.unit_id = h.lead_unit_id AND o.held AND o.office IN ('UNIT_HEAD', 'LEADER_IN_CHARGE')) AS signers
  FROM handlings h WHERE h.proposal_id = $1 ORDER BY h.id`;

/** What lies on the desks of the units of a proposal: which draft stands, never what it says. */
@Injectable()
export class ReplyDeskRepository {
  /** Of each of its handlings. */
  async of(from: Queryable, proposalId: string): Promise<readonly ReplyDesk[]> {
    const rows = await from.query<DeskRow>(DESKS, [proposalId, CLEARANCE_KINDS]);
    return rows.map(({ draft, ...row }) => ({
      ...row,
      draft: draft && { ...draft, at: new Date(draft.at) },
    }));
  }
}
