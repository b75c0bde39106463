import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PublicationContent, publishOpinion } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { OpinionChanges, type OpinionVersion } from '../access/opinion-changes.js';

/** The committee publishes what was asked and answered, in words that name nobody. */
export class PublishOpinion extends Command<OpinionVersion> {
  constructor(
    readonly actor: Actor,
    readonly opinionId: string,
    readonly words: PublicationContent,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(PublishOpinion)
export class PublishOpinionHandler implements ICommandHandler<PublishOpinion> {
  constructor(private readonly changes: OpinionChanges) {}

  execute({ actor, opinionId, words, read }: PublishOpinion): Promise<OpinionVersion> {
    return this.changes.update({ opinionId, actor, action: 'publish-opinion', read }, (opinion, by, context) =>
      publishOpinion(opinion, by, words, context),
    );
  }
}
