import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { withholdFields, type WithheldField } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { PublicationChanges, type PublicationVersion } from './publication-changes.js';

/** The proposer has fields kept back. */
export class WithholdFields extends Command<PublicationVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly withheld: readonly WithheldField[],
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(WithholdFields)
export class WithholdFieldsHandler implements ICommandHandler<WithholdFields> {
  constructor(private readonly changes: PublicationChanges) {}

  execute({ actor, proposalId, withheld, read }: WithholdFields): Promise<PublicationVersion> {
    return this.changes.update({ proposalId, actor, action: 'withhold-fields', read }, (matter, by, context) =>
      withholdFields(matter, by, withheld, context),
    );
  }
}
