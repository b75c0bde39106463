import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { annul, annulHanging } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Sealing } from '../sealed/sealing.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';

/** Annuls a ballot after a proven violation, with the reason, and whatever hangs on its result. */
export class AnnulBallot extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly reason: string,
  ) {
    super();
  }
}

@CommandHandler(AnnulBallot)
export class AnnulBallotHandler implements ICommandHandler<AnnulBallot> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly sealing: Sealing,
  ) {}

  /** A box that is still open takes no more papers. @throws what {@link annul} and {@link annulHanging} refuse */
  execute({ actor, ballotId, reason }: AnnulBallot): Promise<BallotReceipt> {
    return this.ballots.updateWithFamily({ actor, ballotId, action: 'annul-ballot' }, async (ballot, family, by, { at, tx }) => {
      const changes = [annul(ballot, by, reason, at), ...annulHanging(ballot, family, by, reason, at)] as const;
      await this.sealing.stopAll(tx, family.filter(({ id }) => changes.some((change) => change.ballot.id === id)));
      return changes;
    });
  }
}
