import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { takeBackSlip } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { SlipsRepository } from '../../storage/desk/slips.repository.js';
import { Claimants } from '../../presence/claimants.js';

/** A member gave the slip back: it is void, and the member has nothing any more. */
export class TakeBackSlip extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly memberId: string,
    readonly serial: number,
  ) {
    super();
  }
}

@CommandHandler(TakeBackSlip)
export class TakeBackSlipHandler implements ICommandHandler<TakeBackSlip> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly claimants: Claimants,
    private readonly slips: SlipsRepository,
  ) {}

  execute({ actor, ballotId, memberId, serial }: TakeBackSlip): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'take-back-slip' }, async (ballot, by, { tx }) => {
      const change = takeBackSlip(
        ballot,
        by,
        await this.claimants.claimantOf(tx, ballot, memberId),
        serial,
        await this.slips.slipsOf(tx, ballotId),
      );
      await this.slips.end(tx, ballotId, [serial], 'taken-back');
      await this.slips.take(tx, ballotId, memberId);
      return change;
    });
  }
}
