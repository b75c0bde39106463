import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { issuePaper } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { HoldingsRepository } from '../../storage/desk/holdings.repository.js';
import { RollRepository } from '../../storage/roll.repository.js';
import { Claimants } from '../../presence/claimants.js';

/** The desk hands a paper to a member (发票); that the member has one is all that is kept. */
export class IssuePaper extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly memberId: string,
  ) {
    super();
  }
}

@CommandHandler(IssuePaper)
export class IssuePaperHandler implements ICommandHandler<IssuePaper> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly claimants: Claimants,
    private readonly holdings: HoldingsRepository,
    private readonly rolls: RollRepository,
  ) {}

  /** Sent again it changes nothing. @throws what {@link issuePaper} refuses */
  execute({ actor, ballotId, memberId }: IssuePaper): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'issue-paper' }, async (ballot, by, { tx }) => {
      const to = await this.claimants.claimantOf(tx, ballot, memberId);
      const change = issuePaper(ballot, by, to);
      if (to.holds === null) await this.holdings.givePaper(tx, ballotId, memberId);
      if (to.holds === null && ballot.state === 'OPEN') await this.rolls.markArrived(tx, ballotId, memberId);
      return change;
    });
  }
}
