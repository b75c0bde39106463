import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { BallotErrors, type Ruling, hasPaper, holdersOf, isOfficer, returnedOf, rulingsNeeded } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { sheetAnswer } from '../shapes/sheet.responses.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import type { DoubtsAnswer, RulingAnswer } from './paper-desk.responses.js';

/** The sheets that readers left to the scrutineers, for the officers of the ballot. */
export class DoubtfulSheets extends Query<DoubtsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(DoubtfulSheets)
export class DoubtfulSheetsHandler implements IQueryHandler<DoubtfulSheets> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly entries: EntriesRepository,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-an-officer`, `ballot.wrong-channel` */
  async execute({ actor, ballotId }: DoubtfulSheets): Promise<DoubtsAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!isOfficer(ballot, actor, 'SCRUTINEER', 'TELLER')) throw BallotErrors.notAnOfficer();
    if (!hasPaper(ballot.channel)) throw BallotErrors.wrongChannel('rule-on-doubt', ballot.channel);
    const scrutineers = holdersOf(ballot, 'SCRUTINEER');
    const entries = await this.entries.entriesOf(this.database, ballotId);
    const doubtful = entries.areComplete(returnedOf(ballot)) ? entries.doubtful(returnedOf(ballot), scrutineers.length) : [];
    const names = new Map((await this.directory.membersByIds(this.database, scrutineers)).map(({ id, name }) => [id, name]));
    return {
      mayRule: isOfficer(ballot, actor, 'SCRUTINEER'),
      needed: rulingsNeeded(scrutineers.length),
      items: doubtful.map(({ no, readings, rulings, decision }) => ({
        no,
        readings: readings.map(sheetAnswer),
        rulings: rulings.map((ruling) => rulingAnswer(ruling, names)),
        decided: decision !== null,
      })),
    };
  }
}

const rulingAnswer = ({ scrutineerId, verdict, reason, sheet }: Ruling, names: ReadonlyMap<string, string>): RulingAnswer => ({
  scrutineer: { id: scrutineerId, name: names.get(scrutineerId) ?? null },
  verdict,
  reason,
  marks: Object.fromEntries(sheet.marks),
  writeIns: [...sheet.writeIns],
});
