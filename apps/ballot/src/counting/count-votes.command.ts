import { createHash } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertAllowed, BallotErrors, COUNT, hasSealed, tally } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { OpenedSums } from '../sealed/decryption/opened-sums.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import { WrittenNamesRepository } from '../storage/written-names.repository.js';

/** Counts by the engine, once everything adds up and nothing on the paper desk is open. */
export class CountVotes extends Command<BallotVersion> {
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
    private readonly changes: BallotChanges,
    private readonly entries: EntriesRepository,
    private readonly names: WrittenNamesRepository,
    private readonly sums: OpenedSums,
    private readonly authorities: Authorities,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.box-opening` while that still takes, and what {@link tally} refuses */
  async execute({ actor, ballotId }: CountVotes): Promise<BallotVersion> {
    await this.openBox(actor, ballotId);
    return this.changes.update({ actor, ballotId, action: 'count-votes' }, async (ballot, by, { tx }) => {
      const entries = await this.entries.entriesOf(tx, ballotId);
      const sealed = hasSealed(ballot.channel) ? { opened: await this.sums.sumsOf(tx, ballot) } : {};
      return tally(ballot, by, { entries, names: await this.names.namesOf(tx, ballotId), ...sealed, digestOf: sha256 });
    });
  }

  /** Where the opening was cut off after the last share it is made up for, for who may count, and before the ballot is locked. */
  private async openBox(actor: Actor, ballotId: string): Promise<void> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!hasSealed(ballot.channel)) return;
    assertAllowed(COUNT, ballot, await this.authorities.authorityIn(this.database, actor, ballot.sessionId));
    if (!(await this.sums.settle(ballot))) throw BallotErrors.boxOpening();
  }
}
