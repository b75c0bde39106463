import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOSE, type Reconciliation, assertAllowed, close } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Sealing } from '../sealed/sealing.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';
import { EntriesRepository } from '../storage/entries.repository.js';

/** Closes the voting with what was found, or puts a wrong figure right. What is in a sealed box the board says, whatever was told. */
export class CloseVoting extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly found: Reconciliation,
  ) {
    super();
  }
}

@CommandHandler(CloseVoting)
export class CloseVotingHandler implements ICommandHandler<CloseVoting> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly entries: EntriesRepository,
    private readonly sealing: Sealing,
  ) {}

  execute({ actor, ballotId, found }: CloseVoting): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'close-voting' }, async (ballot, by, { at, tx }) => {
      const entries = await this.entries.of(tx, ballotId);
      if (ballot.channel !== 'sealed') return close(ballot, by, found, entries, at);
      assertAllowed(CLOSE, ballot, by);
      return close(ballot, by, await this.sealing.close(tx, ballot), entries, at);
    });
  }
}
