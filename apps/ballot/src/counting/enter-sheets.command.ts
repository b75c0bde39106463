import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { enterSheets, marksOf, readSheets, returnedOf } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges } from '../access/ballot-changes.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import type { EntryAnswer } from './counting.responses.js';

/** A teller enters sheets into the own entry, blind to the other. `sheets` is what was sent, still to be read. */
export class EnterSheets extends Command<EntryAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly sheets: unknown,
  ) {
    super();
  }
}

@CommandHandler(EnterSheets)
export class EnterSheetsHandler implements ICommandHandler<EnterSheets> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly entries: EntriesRepository,
  ) {}

  /** @throws MalformedError for sheets that are none, and what {@link enterSheets} refuses */
  async execute({ actor, ballotId, sheets }: EnterSheets): Promise<EntryAnswer> {
    let answer: EntryAnswer | undefined;
    await this.changes.update({ actor, ballotId, action: 'enter-sheets' }, async (ballot, by, { tx }) => {
      const read = readSheets(sheets, marksOf(ballot));
      const entry = enterSheets(ballot, by, await this.entries.entriesOf(tx, ballotId), read);
      await this.entries.keep(tx, ballotId, entry, read);
      answer = { entryNo: entry.entryNo, entered: entry.sheets.length, returned: returnedOf(ballot) };
      return { ballot, events: [] };
    });
    return answer as EntryAnswer;
  }
}
