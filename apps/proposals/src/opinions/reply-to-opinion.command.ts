import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { replyToOpinion } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { OpinionChanges, type OpinionVersion } from '../access/opinion-changes.js';

/** The unit that it is with answers, or the committee what it took on. */
export class ReplyToOpinion extends Command<OpinionVersion> {
  constructor(
    readonly actor: Actor,
    readonly opinionId: string,
    readonly text: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ReplyToOpinion)
export class ReplyToOpinionHandler implements ICommandHandler<ReplyToOpinion> {
  constructor(private readonly changes: OpinionChanges) {}

  execute({ actor, opinionId, text, read }: ReplyToOpinion): Promise<OpinionVersion> {
    return this.changes.update({ opinionId, actor, action: 'reply-to-opinion', read }, (opinion, by, context) =>
      replyToOpinion(opinion, by, text, context),
    );
  }
}
