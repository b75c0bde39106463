import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertAllowed, type CeremonyRound, OFFER_KEY } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { CeremonyRepository } from '../../storage/sealed/ceremony.repository.js';
import { KeyMaking } from './key-making.js';

/** A scrutineer's device speaks in a round of the key ceremony. */
export class TakeCeremonyStep extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly round: CeremonyRound,
    readonly message: string,
  ) {
    super();
  }
}

@CommandHandler(TakeCeremonyStep)
export class TakeCeremonyStepHandler implements ICommandHandler<TakeCeremonyStep> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly ceremonies: CeremonyRepository,
    private readonly making: KeyMaking,
  ) {}

  /**
   * Sent again it changes nothing.
   * @throws `ballot.not-a-scrutineer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.wrong-ceremony`, `ballot.ceremony-waits`,
   * `-given`, `-refused`
   */
  execute({ actor, ballotId, round, message }: TakeCeremonyStep): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: `give-${round}` }, async (ballot, by, { tx }) => {
      assertAllowed(OFFER_KEY, ballot, by);
      const ceremony = await this.ceremonies.ceremonyOf(tx, ballot);
      if (ceremony.mayBeSaid(by.memberId, round, message)) {
        this.making.assertHolds(ceremony, by.memberId, round, message);
        await this.ceremonies.keep(tx, ballotId, round, by.memberId, message);
        const { trustees } = await this.making.keysOf(tx, ballot);
        if (trustees) this.making.assertComplete(trustees);
      }
      return { ballot, events: [] };
    });
  }
}
