import { Injectable } from '@nestjs/common';
import type { EventData } from '@plenum/contracts';
import type { Queryable, Transaction } from '@plenum/database';

/** What a vote decided about a proposal; the reason where the ballot was annulled since. */
export interface Decision {
  readonly ballotId: string;
  readonly title: string;
  readonly label: string;
  readonly passed: boolean;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly needed: number;
  readonly decidedAt: Date;
  readonly annulledBecause: string | null;
}

type Item = EventData<'ballot.motion-decided.v1'>['items'][number];

const OF_PROPOSAL = `
SELECT d.ballot_id AS "ballotId", d.title, d.label, d.passed, d.yes, d.no, d.abstain, d.needed, d.decided_at AS "decidedAt",
  a.reason AS "annulledBecause"
  FROM decisions d LEFT JOIN annulled_ballots a USING (ballot_id) WHERE d.proposal_id = $1 ORDER BY d.decided_at, d.ballot_id
`;
// A proposal that is not here, or of another organisation, is decided by nobody's ballot.
const KEEP = `INSERT INTO decisions (ballot_id, proposal_id, title, label, passed, yes, no, abstain, needed, decided_at)
  SELECT $1, id, $4, $5, $6, $7, $8, $9, $10, $11 FROM proposals WHERE id = $2 AND organisation_id = $3
  ON CONFLICT DO NOTHING RETURNING proposal_id`;
const TURN = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 383))';

/** What votes decided about proposals. */
@Injectable()
export class DecisionsRepository {
  /** The decisions about a proposal, the first first. */
  async decisionsOn(from: Queryable, proposalId: string): Promise<readonly Decision[]> {
    return await from.query<Decision>(OF_PROPOSAL, [proposalId]);
  }

  /** @returns whether it is news */
  async keep(
    tx: Transaction,
    { ballotId, organisationId, title }: Pick<EventData<'ballot.motion-decided.v1'>, 'ballotId' | 'organisationId' | 'title'>,
    proposalId: string,
    item: Item,
    decidedAt: string,
  ): Promise<boolean> {
    const { label, passed, yes, no, abstain, needed } = item;
    const kept = await tx.query(KEEP, [ballotId, proposalId, organisationId, title, label, passed, yes, no, abstain, needed, decidedAt]);
    return kept.length > 0;
  }

  /** Waits until nobody else is at this ballot, and keeps others waiting until the transaction ends. */
  async takeTurns(tx: Transaction, ballotId: string): Promise<void> {
    await tx.query(TURN, [ballotId]);
  }

  /** Whether it was heard of the ballot that it was annulled. */
  async isAnnulled(tx: Transaction, ballotId: string): Promise<boolean> {
    return (await tx.query('SELECT FROM annulled_ballots WHERE ballot_id = $1', [ballotId])).length > 0;
  }

  /** @returns the proposals whose decision is withdrawn by it; none the second time */
  async annul(
    tx: Transaction,
    { ballotId, organisationId, reason }: Pick<EventData<'ballot.result-annulled.v1'>, 'ballotId' | 'organisationId' | 'reason'>,
  ): Promise<readonly string[]> {
    const news = await tx.query(
      'INSERT INTO annulled_ballots (ballot_id, organisation_id, reason) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING ballot_id',
      [ballotId, organisationId, reason],
    );
    if (news.length === 0) return [];
    const rows = await tx.query<{ proposal_id: string }>('SELECT proposal_id FROM decisions WHERE ballot_id = $1', [ballotId]);
    return rows.map((row) => row.proposal_id);
  }
}
