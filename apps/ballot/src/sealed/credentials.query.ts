import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, hasSealed } from '@plenum/ballot-domain';
import { type Actor, Database } from '@plenum/service-kit';
import { BallotRepository } from '../storage/ballot.repository.js';
import { CredentialsRepository } from '../storage/credentials.repository.js';
import type { CredentialsAnswer } from './sealed.responses.js';

/** Whether the actor has a paper, and how many were issued. */
export class Credentials extends Query<CredentialsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(Credentials)
export class CredentialsHandler implements IQueryHandler<Credentials> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly credentials: CredentialsRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.wrong-channel` */
  async execute({ actor, ballotId }: Credentials): Promise<CredentialsAnswer> {
    const { channel } = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!hasSealed(channel)) throw BallotErrors.wrongChannel('register', channel);
    return {
      registered: await this.credentials.hasRegistered(this.database, ballotId, actor.memberId),
      registeredInAll: await this.credentials.count(this.database, ballotId),
    };
  }
}
