import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, hasPaper, isOfficer, returnedOf } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository } from '../storage/ballot.repository.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import { type DifferencesAnswer } from './counting.responses.js';
import { sheetAnswer } from '../shapes/sheet.responses.js';

/** The sheets that the two tellers read differently, for the officers of the ballot. */
export class SheetDifferences extends Query<DifferencesAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(SheetDifferences)
export class SheetDifferencesHandler implements IQueryHandler<SheetDifferences> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly entries: EntriesRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-an-officer`, `ballot.wrong-channel` */
  async execute({ actor, ballotId }: SheetDifferences): Promise<DifferencesAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!isOfficer(ballot, actor, 'SCRUTINEER', 'TELLER')) throw BallotErrors.notAnOfficer();
    if (!hasPaper(ballot.channel)) throw BallotErrors.wrongChannel('settle-difference', ballot.channel);
    const entries = await this.entries.entriesOf(this.database, ballotId);
    const isComplete = entries.areComplete(returnedOf(ballot));
    const differences = isComplete ? entries.differences(returnedOf(ballot)) : [];
    return {
      isComplete,
      maySettle: !entries.wereMadeBy(actor.memberId),
      items: differences.map(({ no, readings, decision }) => ({
        no,
        readings: readings.map(sheetAnswer),
        decision: decision && sheetAnswer(decision),
      })),
    };
  }
}
