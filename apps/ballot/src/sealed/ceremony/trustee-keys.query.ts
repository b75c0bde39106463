import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { shortHash } from '@plenum/ballot-crypto';
import { BallotErrors, hasSealed } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository } from '../../storage/ballot.repository.js';
import { TrusteeKeysRepository } from '../../storage/sealed/trustee-keys.repository.js';
import { KeyMaking } from './key-making.js';
import type { TrusteeKeysAnswer } from './trustee-keys.responses.js';

/**
 * The scrutineers' public keys, where each has one of the own; of a threshold group the ceremony tells. For everybody of the organisation.
 */
export class TrusteeKeys extends Query<TrusteeKeysAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(TrusteeKeys)
export class TrusteeKeysHandler implements IQueryHandler<TrusteeKeys> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly keys: TrusteeKeysRepository,
    private readonly making: KeyMaking,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.wrong-channel` */
  async execute({ actor, ballotId }: TrusteeKeys): Promise<TrusteeKeysAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!hasSealed(ballot.channel)) throw BallotErrors.wrongChannel('offer-key', ballot.channel);
    const { keys } = await this.keys.keysOf(this.database, ballot);
    const { trustees } = await this.making.keysOf(this.database, ballot);
    return { keys: keys.map((key) => ({ ...key })), fingerprint: trustees && shortHash(trustees) };
  }
}
