import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { takeBackPaper } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { HoldingsRepository } from '../../storage/desk/holdings.repository.js';
import { Claimants } from '../../presence/claimants.js';

/** The desk takes a paper back before the opening: it is void and counted, and its holder has nothing any more. */
export class TakeBackPaper extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly memberId: string,
  ) {
    super();
  }
}

@CommandHandler(TakeBackPaper)
export class TakeBackPaperHandler implements ICommandHandler<TakeBackPaper> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly claimants: Claimants,
    private readonly holdings: HoldingsRepository,
  ) {}

  execute({ actor, ballotId, memberId }: TakeBackPaper): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'take-back-paper' }, async (ballot, by, { tx }) => {
      const change = takeBackPaper(ballot, by, await this.claimants.claimantOf(tx, ballot, memberId));
      await this.holdings.takePaper(tx, ballotId, memberId);
      return change;
    });
  }
}
