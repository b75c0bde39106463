import { Injectable } from '@nestjs/common';
import type { Queryable } from '@plenum/database';
import type { DraftMark, ReplyDesk } from '@plenum/proposals-domain';
import type { StoredJson } from './stored-json.js';

interface DeskRow {
  readonly handlingId: string;
  readonly draft: StoredJson<DraftMark> | null;
  readonly contacts: number;
}

const DESKS = `
  SELECT h.id AS "handlingId",
    (SELECT json_build_object('round', d.round, 'number', d.number, 'version', d.version, 'by', d.saved_by, 'at', d.saved_at)
      FROM reply_drafts d WHERE d.handling_id = h.id ORDER BY d.version DESC LIMIT 1) AS draft,
    (SELECT count(*)::int FROM contacts c WHERE c.handling_id = h.id) AS contacts
  FROM handlings h WHERE h.proposal_id = $1 ORDER BY h.id`;

/** What lies on the desks of the units of a proposal: which draft stands, never what it says. */
@Injectable()
export class ReplyDeskRepository {
  /** Of each of its handlings. */
  async of(from: Queryable, proposalId: string): Promise<readonly ReplyDesk[]> {
    const rows = await from.query<DeskRow>(DESKS, [proposalId]);
    return rows.map(({ draft, ...row }) => ({
      ...row,
      draft: draft && { ...draft, at: new Date(draft.at) },
      clearances: [],
      evidence: 0,
      signers: [],
    }));
  }
}
