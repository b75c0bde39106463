import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { replaceSlip } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { SlipsRepository } from '../../storage/desk/slips.repository.js';
import { Claimants } from '../../presence/claimants.js';

/**
 * A member lost the slip and tells its number from the stub: it is void, and the member drew another. The number is not kept beside the
 * member.
 */
export class ReplaceSlip extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly memberId: string,
    readonly serial: number,
  ) {
    super();
  }
}

@CommandHandler(ReplaceSlip)
export class ReplaceSlipHandler implements ICommandHandler<ReplaceSlip> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly claimants: Claimants,
    private readonly slips: SlipsRepository,
  ) {}

  execute({ actor, ballotId, memberId, serial }: ReplaceSlip): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'replace-slip' }, async (ballot, by, { tx }) => {
      const change = replaceSlip(
        ballot,
        by,
        await this.claimants.claimantOf(tx, ballot, memberId),
        serial,
        await this.slips.slipsOf(tx, ballotId),
      );
      await this.slips.end(tx, ballotId, [serial], 'lost');
      return change;
    });
  }
}
