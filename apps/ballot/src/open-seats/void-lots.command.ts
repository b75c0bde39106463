import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { voidLots } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** An organiser ends a drawing that cannot be completed. It is kept with the reason. */
export class VoidLots extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly reason: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(VoidLots)
export class VoidLotsHandler implements ICommandHandler<VoidLots> {
  constructor(private readonly changes: BallotChanges) {}

  execute({ actor, ballotId, reason, read }: VoidLots): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'void-lots', read }, (ballot, by, { at }) => voidLots(ballot, by, reason, at));
  }
}
