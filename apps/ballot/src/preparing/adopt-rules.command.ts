import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { adopt } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** The plenary adopted the rules: they are frozen and the ballot is announced. */
export class AdoptRules extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AdoptRules)
export class AdoptRulesHandler implements ICommandHandler<AdoptRules> {
  constructor(private readonly changes: BallotChanges) {}

  execute({ actor, ballotId, read }: AdoptRules): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'adopt-rules', read }, (ballot, by) => adopt(ballot, by));
  }
}
