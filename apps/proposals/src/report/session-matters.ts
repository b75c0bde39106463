import { Injectable } from '@nestjs/common';
import type { Queryable } from '@plenum/database';
import { type Fact, type FoldedMatter, foldMatter, type Matter, type MatterParticulars, type UnitRating } from '@plenum/proposals-domain';

/** Of which session, and until when. */
export interface MatterScope {
  readonly organisationId: string;
  readonly sessionId: string;
  readonly cutOff: Date;
}

/** A matter as it was at a cut-off, with the ratings of its last replies where it was closed by then. */
export interface MatterThen extends FoldedMatter {
  readonly proposalId: string;
  readonly ratings: readonly UnitRating[];
}

/** A matter as a report tells it: of a confidential one neither the subject nor who proposed it. */
export interface MatterTold extends MatterThen {
  readonly confidential: boolean;
}

// Of what has not changed since the cut-off the summary tells; a rating, once given, is never changed.
export const LAST_RATINGS = `
  SELECT h.proposal_id AS "proposalId", h.lead_unit_id AS "unitId", g.attitude, g.result
  FROM handlings h CROSS JOIN LATERAL (SELECT max(r.round) AS round FROM replies r WHERE r.handling_id = h.id) answered
  JOIN ratings g ON g.handling_id = h.id AND g.round = answered.round`;

const UNCHANGED = `
  SELECT coalesce(json_agg(json_build_array(m.proposal_id, m.matter, m.particulars, coalesce(ratings, '[]'))), '[]') AS matters
  FROM matters m LEFT JOIN (
    SELECT "proposalId", json_agg(json_build_object('unitId', "unitId", 'attitude', attitude, 'result', result)) AS ratings
    FROM (${LAST_RATINGS} JOIN proposals p ON p.id = h.proposal_id AND p.session_id = $1 AND p.state = 'CLOSED') given GROUP BY 1
  ) rated ON (m.matter -> 'closed')::boolean AND rated."proposalId" = m.proposal_id
  WHERE m.session_id = $1 AND m.organisation_id = $2 AND m.changed_at <= $3`;

// Those without a summary are found in the indexes of both tables alone. Few have changed, which PostgreSQL cannot know: left to itself it
// reads all facts there are, so that each of them looks for its own (OFFSET 0).
const CHANGED_SINCE = `
  SELECT f.proposal_id AS "proposalId", f.kind, f.at, f.data, f.names FROM (
    SELECT proposal_id FROM matters WHERE session_id = $1 AND organisation_id = $2 AND changed_at > $3
    UNION ALL SELECT id FROM proposals p WHERE session_id = $1 AND submitted_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM matters m WHERE m.proposal_id = p.id AND m.session_id = $1)
  ) AS changed CROSS JOIN LATERAL (
    SELECT * FROM facts WHERE proposal_id = changed.proposal_id AND organisation_id = $2 AND at <= $3 OFFSET 0
  ) AS f
  ORDER BY f.proposal_id, f.position`;

const RATED = `${LAST_RATINGS} WHERE h.proposal_id = ANY($1)`;

const AS_OF_NOW = `SELECT id, subject, confidential IS NOT NULL AS "isConfidential" FROM proposals
  WHERE session_id = $1 AND organisation_id = $2 AND (confidential IS NOT NULL OR id = ANY($3))`;

interface ProposalNow {
  readonly id: string;
  readonly subject: string;
  readonly isConfidential: boolean;
}
type Row = readonly [proposalId: string, matter: Matter, particulars: MatterParticulars, ratings: readonly UnitRating[]];

/** What was handed in under a session, as it was at a cut-off: folded from the facts, by way of the summary where nothing changed since. */
@Injectable()
export class SessionMatters {
  /** What has changed since the cut-off, or has no summary: folded anew. */
  async changedSince(
    from: Queryable,
    { sessionId, organisationId, cutOff }: MatterScope,
  ): Promise<(FoldedMatter & { readonly proposalId: string })[]> {
    const facts = await from.query<Fact & { readonly proposalId: string }>(CHANGED_SINCE, [sessionId, organisationId, cutOff]);
    const ofEach = new Map<string, Fact[]>();
    for (const fact of facts) {
      const known = ofEach.get(fact.proposalId);
      if (known) known.push(fact);
      else ofEach.set(fact.proposalId, [fact]);
    }
    return [...ofEach].flatMap(([proposalId, all]) => {
      const folded = foldMatter(all);
      return folded ? [{ ...folded, proposalId }] : [];
    });
  }

  /**
   * For a report, which names them, but for what is confidential by now: what was told before it was kept secret is not told again. Of what
   * was handed in as confidential and is open by now the facts know no subject: it has the one that it has now.
   */
  async told(from: Queryable, scope: MatterScope): Promise<MatterTold[]> {
    const matters = await this.all(from, scope);
    const untold = matters.filter(({ particulars }) => particulars.subject === '').map(({ proposalId }) => proposalId);
    const rows = await from.query<ProposalNow>(AS_OF_NOW, [scope.sessionId, scope.organisationId, untold]);
    const now = new Map(rows.map((row) => [row.id, row]));
    return matters.map((one) => {
      const found = now.get(one.proposalId);
      if (found?.isConfidential) return withheld(one);
      return { ...one, particulars: { ...one.particulars, ...(found && { subject: found.subject }) }, confidential: false };
    });
  }

  private async all(from: Queryable, scope: MatterScope): Promise<MatterThen[]> {
    const [unchanged] = await from.query<{ matters: readonly Row[] }>(UNCHANGED, [scope.sessionId, scope.organisationId, scope.cutOff]);
    const kept = unchanged!.matters.map(([proposalId, matter, particulars, ratings]): MatterThen => ({
      proposalId,
      matter,
      particulars,
      ratings,
    }));
    return [...kept, ...(await this.rated(from, await this.changedSince(from, scope)))];
  }

  private async rated(from: Queryable, matters: Awaited<ReturnType<SessionMatters['changedSince']>>): Promise<MatterThen[]> {
    const closed = matters.filter(({ matter }) => matter.closed).map(({ proposalId }) => proposalId);
    const ratings = closed.length === 0 ? [] : await from.query<UnitRating & { readonly proposalId: string }>(RATED, [closed]);
    return matters.map((one) => ({ ...one, ratings: ratings.filter(({ proposalId }) => proposalId === one.proposalId) }));
  }
}

/** Units are told: that they handle something names nobody. */
function withheld(told: MatterThen): MatterTold {
  const { [told.matter.leadProposerId]: _proposer, ...names } = told.particulars.names;
  return { ...told, particulars: { ...told.particulars, subject: '', names }, confidential: true };
}
