import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Ballot, CLOSE, type Found, assertAllowed, close, foundOnBoth, hasSealed } from '@plenum/ballot-domain';
import type { Transaction } from '@plenum/messaging';
import type { Actor } from '@plenum/service-kit';
import { Sealing } from '../sealed/sealing.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';
import { EntriesRepository } from '../storage/entries.repository.js';

/** Closes the voting with what was found, or puts a wrong figure right. What is in a sealed box the board says, whatever was told; on a mixed ballot `found` is of the paper alone. */
export class CloseVoting extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly found: Found,
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
      if (!hasSealed(ballot.channel)) return close(ballot, by, found, entries, at);
      assertAllowed(CLOSE, ballot, by);
      const sealed = await this.sealedFound(tx, ballot);
      return close(ballot, by, ballot.channel === 'mixed' ? foundOnBoth(sealed, found) : sealed, entries, at);
    });
  }

  /** What the board says. Of a mixed ballot that is closed already only the paper can be put right: its board has ended. */
  private async sealedFound(tx: Transaction, ballot: Ballot): Promise<Found> {
    return ballot.reconciliation?.perChannel?.sealed ?? this.sealing.close(tx, ballot);
  }
}
