import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { putToVote } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AwardChanges, type AwardVersion } from './award-changes.js';

/** The committee leaves a nomination to a ballot, whose outcome comes back. */
export class PutToVote extends Command<AwardVersion> {
  constructor(
    readonly actor: Actor,
    readonly awardId: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(PutToVote)
export class PutToVoteHandler implements ICommandHandler<PutToVote> {
  constructor(private readonly changes: AwardChanges) {}

  execute({ actor, awardId, read }: PutToVote): Promise<AwardVersion> {
    return this.changes.update({ awardId, actor, action: 'put-award-to-vote', read }, putToVote);
  }
}
