import { Injectable } from '@nestjs/common';
import type { NoticeCode } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Audience } from './audience.js';
import type { Notice } from './notices.js';

/** What may be said in a group: the course of sessions, calls and ballots. Nothing of a proposal, and nobody's own task. */
const FOR_GROUPS: readonly NoticeCode[] = [
  'congress.session-opened',
  'congress.session-closed',
  'proposals.call-opened',
  'proposals.call-extended',
  'proposals.call-opened-all-year',
  'proposals.call-extended-all-year',
  'proposals.call-closed',
  'ballot.ballot-announced',
  'ballot.ballot-called-off',
  'ballot.candidates-posted',
  'ballot.ballot-opened',
  'ballot.result-published',
  'ballot.result-posted-until',
  'ballot.result-annulled',
];

/** Whether a notice is one for the organisation's groups: of the list, and told to all of a session or of the staff. */
export const isForGroups = (code: NoticeCode, told: readonly Audience[]): boolean =>
  FOR_GROUPS.includes(code) && told.some((audience) => 'seatedIn' in audience || 'everybody' in audience);

const KEEP = `
  INSERT INTO group_posts (organisation_id, provider, cause, code, params, link, created_at, due_at)
  SELECT organisation_id, provider, $2, $3, $4, $5, $6, $6 FROM group_ways WHERE organisation_id = $1 AND is_on
  ON CONFLICT DO NOTHING
`;

/** Keeps what the organisation's groups are to be told, once for each group and cause. */
@Injectable()
export class GroupFacts {
  constructor(private readonly clock: Clock) {}

  async keep(tx: Transaction, organisationId: string, cause: string, { code, params, link }: Notice): Promise<void> {
    await tx.query(KEEP, [organisationId, cause, code, JSON.stringify(params), link, this.clock.now()]);
  }
}
