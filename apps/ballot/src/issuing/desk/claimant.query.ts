import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, maySeeHoldings } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../../access/authorities.js';
import { BallotRepository } from '../../storage/ballot.repository.js';
import { Claimants } from '../../presence/claimants.js';
import type { ClaimantAnswer } from './desk.responses.js';

/** What the desk must know before it hands something to somebody: nobody votes on two channels, and nobody draws twice. */
export class ClaimantAtDesk extends Query<ClaimantAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly memberId: string,
  ) {
    super();
  }
}

@QueryHandler(ClaimantAtDesk)
export class ClaimantAtDeskHandler implements IQueryHandler<ClaimantAtDesk> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly claimants: Claimants,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-an-officer` */
  async execute({ actor, ballotId, memberId }: ClaimantAtDesk): Promise<ClaimantAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!maySeeHoldings(ballot, await this.authorities.authorityIn(this.database, actor, ballot.sessionId)))
      throw BallotErrors.notAnOfficer();
    const member = await this.directory.member(this.database, memberId);
    const { onRoll, present, holds } = await this.claimants.claimantOf(this.database, ballot, memberId);
    return { member: { id: memberId, name: member?.organisationId === actor.organisationId ? member.name : null }, onRoll, present, holds };
  }
}
