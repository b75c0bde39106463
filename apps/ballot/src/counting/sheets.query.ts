import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, isOfficer, returnedOf } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository } from '../storage/ballot.repository.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import { type SheetsAnswer } from './counting.responses.js';
import { sheetAnswer } from '../shapes/sheet.responses.js';

/** What the teller has entered so far: the own entry and no other. */
export class OwnSheets extends Query<SheetsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(OwnSheets)
export class OwnSheetsHandler implements IQueryHandler<OwnSheets> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly entries: EntriesRepository,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-a-teller`, `ballot.entries-taken` */
  async execute({ actor, ballotId }: OwnSheets): Promise<SheetsAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!isOfficer(ballot, actor, 'TELLER')) throw BallotErrors.notATeller();
    const { entryNo, sheets } = (await this.entries.entriesOf(this.database, ballotId)).ownOf(actor.memberId);
    return { entryNo, returned: returnedOf(ballot), sheets: sheets.map(sheetAnswer) };
  }
}
