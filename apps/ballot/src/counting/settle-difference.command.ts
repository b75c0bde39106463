import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { marksOf, readSheet, settleDifference } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { EntriesRepository } from '../storage/entries.repository.js';

/** A third officer decides how a sheet reads on which the two tellers differ. `sheet` is what was sent, still to be read. */
export class SettleDifference extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly sheet: unknown,
  ) {
    super();
  }
}

@CommandHandler(SettleDifference)
export class SettleDifferenceHandler implements ICommandHandler<SettleDifference> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly entries: EntriesRepository,
  ) {}

  /** @throws MalformedError for a sheet that is none, and what {@link settleDifference} refuses */
  execute({ actor, ballotId, sheet }: SettleDifference): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'settle-difference' }, async (ballot, by, { tx }) => {
      const read = readSheet(sheet, marksOf(ballot));
      const change = settleDifference(ballot, by, await this.entries.entriesOf(tx, ballotId), read);
      await this.entries.decide(tx, ballotId, read);
      return change;
    });
  }
}
