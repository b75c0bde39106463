import type { Queryable } from '@plenum/database';
import type { CallWindow, Delegation, Proposal } from '@plenum/proposals-domain';

const DELEGATION = `
SELECT d.id, m.id AS "headMemberId", ARRAY(
    SELECT s.member_id FROM directory_seats s LEFT JOIN directory_members o ON o.id = s.member_id
    WHERE s.delegation_id = d.id AND s.seated AND s.kind = 'DELEGATE' AND o.active IS NOT FALSE ORDER BY s.member_id) AS "delegateIds"
FROM directory_delegations d LEFT JOIN directory_members m ON m.id = d.head_member_id AND m.active
`;
const BY_ID = `${DELEGATION} WHERE d.id = $1`;
const OF_LEAD = `${DELEGATION} JOIN directory_seats l ON l.delegation_id = d.id
  WHERE l.session_id = $1 AND l.member_id = $2 AND l.seated`;
const ON_ITS_WAY: readonly Proposal['state'][] = ['DRAFT', 'SECONDING', 'ENDORSING', 'RETURNED'];

/**
 * The delegation that a proposal depends on: whose it is, or where its head reviews it, its lead proposer's. Asked for while it is on its
 * way to the committee; afterwards nothing depends on it.
 */
export async function delegationOf(from: Queryable, proposal: Proposal, { settings }: CallWindow): Promise<Delegation | null> {
  const { delegationId, state, sessionId, leadProposerId } = proposal;
  if (!ON_ITS_WAY.includes(state)) return null;
  if (delegationId !== null) return found(await from.query<Delegation>(BY_ID, [delegationId]));
  return settings.endorsement === 'none' ? null : found(await from.query<Delegation>(OF_LEAD, [sessionId, leadProposerId]));
}

const found = ([delegation]: readonly Delegation[]): Delegation | null => delegation ?? null;
