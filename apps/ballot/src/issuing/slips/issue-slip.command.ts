import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { issueSlip } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { SlipsRepository } from '../../storage/desk/slips.repository.js';
import { Claimants } from '../../presence/claimants.js';

/** Somebody without a device drew a slip. Which one is not asked, so nothing can keep it. */
export class IssueSlip extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly memberId: string,
  ) {
    super();
  }
}

@CommandHandler(IssueSlip)
export class IssueSlipHandler implements ICommandHandler<IssueSlip> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly claimants: Claimants,
    private readonly slips: SlipsRepository,
  ) {}

  /** Sent again it changes nothing. @throws what {@link issueSlip} refuses */
  execute({ actor, ballotId, memberId }: IssueSlip): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'issue-slip' }, async (ballot, by, { tx }) => {
      const to = await this.claimants.claimantOf(tx, ballot, memberId);
      const change = issueSlip(ballot, by, to, await this.slips.slipsOf(tx, ballotId));
      if (to.holds === null) await this.slips.give(tx, ballotId, memberId);
      return change;
    });
  }
}
