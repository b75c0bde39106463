import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { publishMatter, type WithheldField } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { PublicationChanges, type PublicationVersion } from './publication-changes.js';

/** The committee publishes a matter, or asks its proposer where the rules say so. */
export class PublishMatter extends Command<PublicationVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly withheld: readonly WithheldField[],
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(PublishMatter)
export class PublishMatterHandler implements ICommandHandler<PublishMatter> {
  constructor(private readonly changes: PublicationChanges) {}

  execute({ actor, proposalId, withheld, read }: PublishMatter): Promise<PublicationVersion> {
    return this.changes.update({ proposalId, actor, action: 'publish-matter', read }, (matter, by, context) =>
      publishMatter(matter, by, withheld, context),
    );
  }
}
