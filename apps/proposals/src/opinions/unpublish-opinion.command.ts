import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { unpublishOpinion } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { OpinionChanges, type OpinionVersion } from '../access/opinion-changes.js';

/** The committee takes out what was published, or a hint. */
export class UnpublishOpinion extends Command<OpinionVersion> {
  constructor(
    readonly actor: Actor,
    readonly opinionId: string,
    readonly reason: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(UnpublishOpinion)
export class UnpublishOpinionHandler implements ICommandHandler<UnpublishOpinion> {
  constructor(private readonly changes: OpinionChanges) {}

  execute({ actor, opinionId, reason, read }: UnpublishOpinion): Promise<OpinionVersion> {
    return this.changes.update({ opinionId, actor, action: 'unpublish-opinion', read }, (opinion, by, context) =>
      unpublishOpinion(opinion, by, reason, context),
    );
  }
}
