import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RelativePair, declareRelatives } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Candidacies } from '../eligibility/candidacies.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** Somebody declares two members near relatives. */
export class DeclareRelatives extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly declared: RelativePair,
  ) {
    super();
  }
}

@CommandHandler(DeclareRelatives)
export class DeclareRelativesHandler implements ICommandHandler<DeclareRelatives> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly candidacies: Candidacies,
  ) {}

  execute({ actor, ballotId, declared }: DeclareRelatives): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'declare-relatives' }, async (ballot, by, { tx }) => {
      return declareRelatives(ballot, by, declared, await this.candidacies.activeAmong(tx, actor.organisationId, declared.memberIds));
    });
  }
}
