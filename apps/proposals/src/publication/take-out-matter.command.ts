import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { takeOutMatter } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { PublicationChanges, type PublicationVersion } from './publication-changes.js';

/** The committee takes a published matter out again. */
export class TakeOutMatter extends Command<PublicationVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly reason: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(TakeOutMatter)
export class TakeOutMatterHandler implements ICommandHandler<TakeOutMatter> {
  constructor(private readonly changes: PublicationChanges) {}

  execute({ actor, proposalId, reason, read }: TakeOutMatter): Promise<PublicationVersion> {
    return this.changes.update({ proposalId, actor, action: 'take-out-matter', read }, (matter, by, context) =>
      takeOutMatter(matter, by, reason, context),
    );
  }
}
