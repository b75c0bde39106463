import { Injectable } from '@nestjs/common';
import { type Ballot, BallotErrors, type Authority } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from './authorities.js';
import { BallotRepository } from '../storage/ballot.repository.js';

/** Which ballots somebody may see at all: those of the own organisation, and drafts only where they organise. */
@Injectable()
export class VisibleBallots {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly authorities: Authorities,
    private readonly database: Database,
  ) {}

  /** A ballot, and who the actor is to it. @throws `ballot.not-found`, also for a draft that is not the actor's to see */
  async find(actor: Actor, ballotId: string): Promise<{ readonly ballot: Ballot; readonly by: Authority }> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    const by = await this.authorities.authorityIn(this.database, actor, ballot.sessionId);
    if (ballot.state === 'RULES_DRAFT' && !by.organises) throw BallotErrors.notFound();
    return { ballot, by };
  }
}
