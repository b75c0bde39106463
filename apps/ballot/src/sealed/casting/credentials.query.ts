import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, hasSealed } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository } from '../../storage/ballot.repository.js';
import { CredentialsRepository } from '../../storage/sealed/credentials.repository.js';
import { HoldingsRepository } from '../../storage/desk/holdings.repository.js';
import { SlipsRepository } from '../../storage/desk/slips.repository.js';
import type { CredentialsAnswer } from './casting.responses.js';

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
    private readonly slips: SlipsRepository,
    private readonly holdings: HoldingsRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.wrong-channel` */
  async execute({ actor, ballotId }: Credentials): Promise<CredentialsAnswer> {
    const { channel } = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!hasSealed(channel)) throw BallotErrors.wrongChannel('register', channel);
    const holds = await this.holdings.holdingOf(this.database, ballotId, actor.memberId);
    return {
      registered: holds === 'credential',
      holds,
      registeredInAll: (await this.credentials.count(this.database, ballotId)) + (await this.slips.holders(this.database, ballotId)).length,
    };
  }
}
