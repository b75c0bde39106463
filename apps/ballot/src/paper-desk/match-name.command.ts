import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MATCH_NAME, assertAllowed, matchName } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import { WrittenNamesRepository } from '../storage/written-names.repository.js';
import { NameStatements } from './name-statements.js';
import type { NameRequest } from './paper-desk.requests.js';

/** An officer says whom a name written in on papers means. */
export class MatchName extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly sent: NameRequest,
  ) {
    super();
  }
}

@CommandHandler(MatchName)
export class MatchNameHandler implements ICommandHandler<MatchName> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly entries: EntriesRepository,
    private readonly names: WrittenNamesRepository,
    private readonly statements: NameStatements,
  ) {}

  /** @throws MalformedError unless exactly one person is named, and what {@link matchName} refuses */
  execute({ actor, ballotId, sent }: MatchName): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'match-name' }, async (ballot, by, { tx }) => {
      assertAllowed(MATCH_NAME, ballot, by);
      const desk = { entries: await this.entries.entriesOf(tx, ballotId), names: await this.names.namesOf(tx, ballotId) };
      const { change, match } = matchName(ballot, by, desk, await this.statements.read(tx, ballot, sent));
      await this.names.keep(tx, ballotId, match);
      return change;
    });
  }
}
