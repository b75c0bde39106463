import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { annul, hasSealed } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Sealing } from '../sealed/sealing.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';

/** Annuls a ballot after a proven violation, with the reason. */
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

  /** A box that is still open takes no more papers. @throws what {@link annul} refuses */
  execute({ actor, ballotId, reason }: AnnulBallot): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'annul-ballot' }, async (ballot, by, { at, tx }) => {
      const change = annul(ballot, by, reason, at);
      if (ballot.state === 'OPEN' && hasSealed(ballot.channel)) await this.sealing.stop(tx, ballot);
      return change;
    });
  }
}
