import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { shortHash, writeTrustees } from '@plenum/ballot-crypto';
import { BallotErrors, hasSealed } from '@plenum/ballot-domain';
import { type Actor, Database } from '@plenum/service-kit';
import { BallotRepository } from '../storage/ballot.repository.js';
import { TrusteeKeysRepository } from '../storage/trustee-keys.repository.js';
import type { TrusteeKeysAnswer } from './sealed.responses.js';

/** The scrutineers' public keys: for everybody of the organisation. */
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
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.wrong-channel` */
  async execute({ actor, ballotId }: TrusteeKeys): Promise<TrusteeKeysAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!hasSealed(ballot.channel)) throw BallotErrors.wrongChannel('offer-key', ballot.channel);
    const { keys, missing } = await this.keys.of(this.database, ballot);
    const isWhole = keys.length > 0 && missing.length === 0;
    return { keys: keys.map((key) => ({ ...key })), fingerprint: isWhole ? shortHash(writeTrustees(keys.map(({ publicKey }) => publicKey ?? ''))) : null };
  }
}
