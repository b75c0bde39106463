import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AdoptedOfficers, nameOfficers } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { CeremonyRepository } from '../storage/sealed/ceremony.repository.js';
import { TrusteeKeysRepository } from '../storage/sealed/trustee-keys.repository.js';
import { Candidacies } from '../eligibility/candidacies.js';

/** The meeting adopted who watches and who counts; none of them stands. Keys for a sealed ballot are then made anew. */
export class NameOfficers extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly named: AdoptedOfficers,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(NameOfficers)
export class NameOfficersHandler implements ICommandHandler<NameOfficers> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly candidacies: Candidacies,
    private readonly keys: TrusteeKeysRepository,
    private readonly ceremonies: CeremonyRepository,
  ) {}

  execute({ actor, ballotId, named, read }: NameOfficers): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'name-officers', read }, async (ballot, by, { tx }) => {
      const known = await this.candidacies.activeAmong(tx, actor.organisationId, [
        ...named.scrutineers,
        ...named.tellers,
        ...(named.codesDesk ?? []),
      ]);
      const change = nameOfficers(ballot, by, named, known);
      await this.keys.forget(tx, ballotId);
      await this.ceremonies.forget(tx, ballotId);
      return change;
    });
  }
}
