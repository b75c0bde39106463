import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { verifyTrusteeKey, verifyTrustees, writeTrustees } from '@plenum/ballot-crypto';
import { assertAllowed, BallotErrors, thresholdTrusteesOf, OFFER_KEY } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { TrusteeKeysRepository } from '../../storage/sealed/trustee-keys.repository.js';
import { Verification } from '../verification/verification.js';

/** A scrutineer's device gives its public key with the proof that it holds the private half. */
export class OfferKey extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly publicKey: string,
  ) {
    super();
  }
}

@CommandHandler(OfferKey)
export class OfferKeyHandler implements ICommandHandler<OfferKey> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly keys: TrusteeKeysRepository,
    private readonly verification: Verification,
  ) {}

  /**
   * @throws `ballot.not-a-scrutineer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.wrong-ceremony`, `ballot.key-refused`,
   * `ballot.keys-frozen` once all are there
   */
  execute({ actor, ballotId, publicKey }: OfferKey): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'offer-key' }, async (ballot, by, { tx }) => {
      assertAllowed(OFFER_KEY, ballot, by);
      const { scheme } = thresholdTrusteesOf(ballot);
      if (scheme !== 'all') throw BallotErrors.wrongCeremony(scheme);
      const { keys, missing } = await this.keys.keysOf(tx, ballot);
      const isSame = keys.some((key) => key.memberId === by.memberId && key.publicKey === publicKey);
      if (!isSame) {
        if (missing.length === 0) throw BallotErrors.keysFrozen();
        this.assertHolds(
          publicKey,
          keys.flatMap((key) => (key.memberId === by.memberId ? [] : (key.publicKey ?? []))),
        );
        await this.keys.keep(tx, ballotId, by.memberId, publicKey);
      }
      return { ballot, events: [] };
    });
  }

  private assertHolds(publicKey: string, others: readonly string[]): void {
    const { arithmetic } = this.verification;
    const key = verifyTrusteeKey(arithmetic, publicKey);
    if (!key.ok) throw BallotErrors.keyRefused(key.check);
    const together = verifyTrustees(arithmetic, writeTrustees([...others, publicKey]));
    if (!together.ok) throw BallotErrors.keyRefused(together.check);
  }
}
