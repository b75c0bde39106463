import { createHash } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { hasSealed, tally } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { OpenedSums } from '../sealed/opened-sums.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import { WrittenNamesRepository } from '../storage/written-names.repository.js';

/** Counts by the engine, once everything adds up and nothing on the paper desk is open. */
export class CountVotes extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

@CommandHandler(CountVotes)
export class CountVotesHandler implements ICommandHandler<CountVotes> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly entries: EntriesRepository,
    private readonly names: WrittenNamesRepository,
    private readonly sums: OpenedSums,
  ) {}

  execute({ actor, ballotId }: CountVotes): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'count-votes' }, async (ballot, by, { tx }) => {
      const entries = await this.entries.of(tx, ballotId);
      const sealed = hasSealed(ballot.channel) ? { opened: await this.sums.of(tx, ballot) } : {};
      return tally(ballot, by, { entries, names: await this.names.of(tx, ballotId), ...sealed, digestOf: sha256 });
    });
  }
}
