import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type RelativePair, withdrawRelatives } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';

/** An organiser takes back what was declared in error. */
export class WithdrawRelatives extends Command<BallotReceipt> {
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
  constructor(private readonly ballots: BallotRepository) {}

  execute({ actor, ballotId, memberIds }: WithdrawRelatives): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'withdraw-relatives' }, (ballot, by) => withdrawRelatives(ballot, by, memberIds));
  }
}
