import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CivilDate } from '@plenum/calendar';
import { carryOn } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CommitmentChanges, type CommitmentVersion } from '../access/commitment-changes.js';

/** The committee carries a promise on to a later day. */
export class CarryOn extends Command<CommitmentVersion> {
  constructor(
    readonly actor: Actor,
    readonly commitmentId: string,
    readonly to: { readonly dueOn: CivilDate; readonly reason: string },
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(CarryOn)
export class CarryOnHandler implements ICommandHandler<CarryOn> {
  constructor(private readonly changes: CommitmentChanges) {}

  execute({ actor, commitmentId, to, read }: CarryOn): Promise<CommitmentVersion> {
    return this.changes.update({ commitmentId, actor, action: 'carry-on', read }, (commitment, by, context) =>
      carryOn(commitment, by, to, context),
    );
  }
}
