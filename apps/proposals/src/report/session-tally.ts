import { Injectable } from '@nestjs/common';
import type { Queryable } from '@plenum/database';
import { SHOWN_FROM, type Tally } from '@plenum/proposals-domain';
import { LAST_RATINGS, type MatterScope, SessionMatters } from './session-matters.js';

/** Matters as they stood at the cut-off: those whose summary is still true, and those that were folded anew, of the same columns. */
const THOSE = `
  SELECT proposal_id, kind, class, closed, category, delegation_id, lead_proposer_id, seconder_ids, false AS is_anew
  FROM matters WHERE session_id = $1 AND organisation_id = $2 AND changed_at <= $3
  UNION ALL SELECT proposal_id, matter - '{category,delegationId,leadProposerId,seconderIds}'::text[], matter ->> 'class',
    (matter -> 'closed')::boolean, matter ->> 'category', matter ->> 'delegationId', matter ->> 'leadProposerId', matter -> 'seconderIds',
    true
  FROM (
    SELECT (folded ->> 'proposalId')::uuid AS proposal_id, folded -> 'matter' AS matter FROM jsonb_array_elements($4::jsonb) AS folded
  ) AS anew`;

// A unit that was given it only after the cut-off is not among those of the matter, which has changed since then.
const GIVEN = `SELECT given.*, those.lead_proposer_id FROM (${LAST_RATINGS}) AS given
  JOIN those ON those.proposal_id = given."proposalId" AND those.closed AND those.class = 'FILED'
    AND (NOT those.is_anew OR those.kind -> 'units' @> jsonb_build_array(jsonb_build_object('unitId', given."unitId")))`;

/** Who signed, and how often as whom. */
const SIGNED = `
  SELECT id, count(*) FILTER (WHERE leads) AS led, count(*) FILTER (WHERE NOT leads) AS seconded, count(*) AS times FROM (
    SELECT lead_proposer_id, true FROM those UNION ALL SELECT jsonb_array_elements_text(seconder_ids), false FROM those
  ) AS person (id, leads) GROUP BY id`;

const counted = (what: string): string => `(SELECT coalesce(jsonb_agg(counted), '[]') FROM (${what}) AS counted)`;
const signers = (times: string): string => `(
  SELECT jsonb_build_object('persons', count(*), 'personTimes', coalesce(sum(${times}), 0)) FROM signed WHERE ${times} > 0)`;

const TALLY = `
  WITH those AS MATERIALIZED (${THOSE}), signed AS MATERIALIZED (${SIGNED})
  SELECT (
      SELECT coalesce(jsonb_agg(kind || jsonb_build_object('count', count)), '[]')
      FROM (SELECT kind, count(*) FROM those GROUP BY kind) AS alike
    ) AS kinds,
    ${counted('SELECT category AS key, class, count(*) FROM those GROUP BY 1, 2')} AS categories,
    ${counted('SELECT delegation_id AS key, class, count(*) FROM those GROUP BY 1, 2')} AS delegations,
    ${counted(`
      SELECT "unitId", attitude, result, count(*), (array_agg(DISTINCT lead_proposer_id))[:${SHOWN_FROM}] AS leads
      FROM (${GIVEN}) AS given GROUP BY 1, 2, 3`)} AS ratings,
    ${signers('led')} AS proposers, ${signers('seconded')} AS seconders, ${signers('times')} AS signers`;

/** What a session's figures are made from, counted where it is kept: ten thousand matters are as many groups as there are sorts of them. */
@Injectable()
export class SessionTally {
  constructor(private readonly matters: SessionMatters) {}

  /** @param from a transaction that sees one moment throughout: what changes between two looks would be counted twice, or not at all */
  async of(from: Queryable, scope: MatterScope): Promise<Tally> {
    const anew = (await this.matters.changedSince(from, scope)).map(({ proposalId, matter }) => ({ proposalId, matter }));
    const [tally] = await from.query<Tally>(TALLY, [scope.sessionId, scope.organisationId, scope.cutOff, JSON.stringify(anew)]);
    return tally!;
  }
}
