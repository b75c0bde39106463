import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type Fact, type FactContent, foldMatter } from '@plenum/proposals-domain';

/** Whom facts are about, and who made them. */
export interface FactSubject {
  readonly proposalId: string;
  readonly organisationId: string;
  readonly sessionId: string;
  /** Of the proposal after it. */
  readonly version: number;
  /** Null for what time brings. */
  readonly memberId: string | null;
}

/**
 * The names of lead proposer and units are kept as they are now: a report tells them as they were. So is the delegation that the lead
 * proposer sits in.
 */
const APPEND = `
  INSERT INTO facts (proposal_id, organisation_id, session_id, version, member_id, at, kind, data, names)
  SELECT $1::uuid, $2::uuid, $3::uuid, $4::int, $5::uuid, $6::timestamptz, said ->> 'kind',
    said -> 'data' || CASE WHEN said ->> 'kind' <> 'ProposalSubmitted' THEN '{}' ELSE coalesce((
      SELECT jsonb_build_object('delegationId', s.delegation_id) FROM directory_seats s
      WHERE s.session_id = $3 AND s.member_id = (said -> 'data' ->> 'leadProposerId')::uuid AND s.seated AND s.delegation_id IS NOT NULL
    ), '{}') END,
    CASE said ->> 'kind'
      WHEN 'ProposalSubmitted' THEN (
        SELECT jsonb_object_agg(id, name) FROM (
          SELECT id, name FROM directory_members WHERE id = (said -> 'data' ->> 'leadProposerId')::uuid
          UNION ALL SELECT d.id, d.name FROM directory_delegations d JOIN directory_seats s ON s.delegation_id = d.id
            WHERE s.session_id = $3 AND s.member_id = (said -> 'data' ->> 'leadProposerId')::uuid AND s.seated
        ) named)
      WHEN 'ProposalAssigned' THEN (
        SELECT jsonb_object_agg(u.id, u.name) FROM directory_units u
        WHERE said -> 'data' ->> 'leadUnitId' = u.id::text OR said -> 'data' -> 'assistingUnitIds' ? u.id::text)
    END
  FROM jsonb_array_elements($7::jsonb) WITH ORDINALITY AS given (said, nth) ORDER BY nth`;

const OF_PROPOSAL = 'SELECT kind, at, data, names FROM facts WHERE proposal_id = $1 ORDER BY position';
const KEEP = `
  INSERT INTO matters (proposal_id, organisation_id, session_id, changed_at, matter, particulars) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (proposal_id) DO UPDATE SET changed_at = excluded.changed_at, matter = excluded.matter, particulars = excluded.particulars`;

/** Where facts are written, in the transaction of the change that made them, and the summary of the matter beside them. */
@Injectable()
export class Facts {
  constructor(private readonly clock: Clock) {}

  /** Adds facts about one proposal, in their order. */
  async append(tx: Transaction, about: FactSubject, facts: readonly FactContent[]): Promise<void> {
    if (facts.length === 0) return;
    const { proposalId, organisationId, sessionId, version, memberId } = about;
    const at = this.clock.now();
    await tx.query(APPEND, [proposalId, organisationId, sessionId, version, memberId, at, JSON.stringify(facts)]);
  }

  /** Folds the facts of a matter that was handed in anew, and keeps what they amount to. */
  async summarise(
    tx: Transaction,
    { proposalId, organisationId, sessionId }: Pick<FactSubject, 'proposalId' | 'organisationId' | 'sessionId'>,
  ): Promise<void> {
    const facts = await this.of(tx, proposalId);
    const folded = foldMatter(facts);
    if (!folded) return;
    const changedAt = new Date(Math.max(...facts.map(({ at }) => at.getTime())));
    await tx.query(KEEP, [
      proposalId,
      organisationId,
      sessionId,
      changedAt,
      JSON.stringify(folded.matter),
      JSON.stringify(folded.particulars),
    ]);
  }

  /** The facts of a proposal, the oldest first. */
  of(from: Queryable, proposalId: string): Promise<Fact[]> {
    return from.query<Fact>(OF_PROPOSAL, [proposalId]);
  }
}
