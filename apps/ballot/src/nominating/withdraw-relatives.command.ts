import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RelativePair, withdrawRelatives } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** An organiser takes back what was declared in error. */
export class WithdrawRelatives extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly memberIds: RelativePair['memberIds'],
  ) {
    super();
  }
}

@CommandHandler(WithdrawRelatives)
export class WithdrawRelativesHandler implements ICommandHandler<WithdrawRelatives> {
  constructor(private readonly changes: BallotChanges) {}

  execute({ actor, ballotId, memberIds }: WithdrawRelatives): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'withdraw-relatives' }, (ballot, by) => withdrawRelatives(ballot, by, memberIds));
  }
}
