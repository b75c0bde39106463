import type { Ballot } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/database';
import { type BallotRow, toBallot } from './ballot.rows.js';

const FIRST = `
  WITH RECURSIVE back AS (
    SELECT id, coalesce(rerun_of, follows) AS before FROM ballots WHERE id = $1 AND organisation_id = $2
    UNION SELECT b.id, coalesce(b.rerun_of, b.follows) FROM ballots b JOIN back ON b.id = back.before
  ) SELECT id FROM back WHERE before IS NULL`;
const LOCK = 'SELECT * FROM ballots WHERE id = $1 FOR UPDATE';
const NEXT = 'SELECT * FROM ballots WHERE follows = ANY($1) OR rerun_of = ANY($1) ORDER BY id FOR UPDATE';

/**
 * A ballot with all that are connected with it by following or repeating one another; empty where the organisation has no such ballot.
 * They are locked from the first on, level by level: whoever adds one waits for the ballot that it comes from, so that none is missed.
 */
export async function lockedRelatedBallots(tx: Transaction, ballotId: string, organisationId: string): Promise<readonly Ballot[]> {
  const [first] = await tx.query<{ id: string }>(FIRST, [ballotId, organisationId]);
  if (!first) return [];
  const rows: BallotRow[] = [];
  let level = await tx.query<BallotRow>(LOCK, [first.id]);
  while (level.length > 0) {
    rows.push(...level);
    level = await tx.query(NEXT, [level.map(({ id }) => id)]);
  }
  return rows.map(toBallot);
}
