import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Ballot, CONFIRM_NAME, type NameMatch, assertAllowed, confirmName } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import { type Alias, WrittenNamesRepository } from '../storage/written-names.repository.js';
import { NameStatements } from './name-statements.js';
import type { NameRequest } from './paper-desk.requests.js';

/** Another officer confirms whom a name written in on papers means; the spelling is remembered for later ballots. */
export class ConfirmName extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly sent: NameRequest,
  ) {
    super();
  }
}

@CommandHandler(ConfirmName)
export class ConfirmNameHandler implements ICommandHandler<ConfirmName> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly entries: EntriesRepository,
    private readonly names: WrittenNamesRepository,
    private readonly statements: NameStatements,
  ) {}

  /** @throws MalformedError unless exactly one person is named, and what {@link confirmName} refuses */
  execute({ actor, ballotId, sent }: ConfirmName): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'confirm-name' }, async (ballot, by, { tx }) => {
      assertAllowed(CONFIRM_NAME, ballot, by);
      const desk = { entries: await this.entries.entriesOf(tx, ballotId), names: await this.names.namesOf(tx, ballotId) };
      const { change, match } = confirmName(ballot, by, desk, await this.statements.read(tx, ballot, sent));
      await this.names.keep(tx, ballotId, match);
      await this.names.remember(tx, ballot.organisationId, aliasOf(ballot, match));
      return change;
    });
  }
}

/** The spelling with nothing of the ballot: a candidate is remembered as the person who stood. */
function aliasOf({ choices }: Ballot, { name, label, memberId, candidateId }: NameMatch): Alias {
  return { spelling: name, label, memberId: memberId ?? choices.find(({ id }) => id === candidateId)?.memberId ?? null };
}
