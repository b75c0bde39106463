import { Injectable } from '@nestjs/common';
import type { Ballot } from '@plenum/ballot-domain';
import type { Queryable } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Candidacies } from './candidacies.js';

/**
 * Who may vote on a ballot, as things are at this moment: the full delegates of the session, all active staff, the elected of the
 * election that the ballot follows, or the heads of the session's delegations; of all of them only who has the vote (R9, R18, R21; DOMAIN
 * 6.1, ROLL_FROZEN).
 */
@Injectable()
export class Voters {
  constructor(
    private readonly directory: Directory,
    private readonly candidacies: Candidacies,
  ) {}

  async votersOf(from: Queryable, { electorate, organisationId, sessionId, descent }: Ballot): Promise<readonly string[]> {
    switch (electorate) {
      case 'staff':
        return (await this.directory.activeMembers(from, organisationId)).filter(({ hasVote }) => hasVote).map(({ id }) => id);
      case 'elected':
        return [...(await this.candidacies.eligibleAmong(from, organisationId, descent?.eligible ?? []))];
      case 'heads':
        return this.directory.votingHeadsOf(from, sessionId);
      case 'delegates':
        return this.directory.votingDelegatesOf(from, sessionId);
    }
  }
}
