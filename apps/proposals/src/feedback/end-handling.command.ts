import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Closure, end } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { type HandlingVersion, ProposalChanges } from '../access/proposal-changes.js';

/** The committee ends the work of a unit; the matter closes with the last. */
export class EndHandling extends Command<HandlingVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
    readonly closure: Closure,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(EndHandling)
export class EndHandlingHandler implements ICommandHandler<EndHandling> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, handlingId, closure, read }: EndHandling): Promise<HandlingVersion> {
    return this.changes.updateHandling({ proposalId, handlingId, actor, action: 'end-handling', read }, (matter, by, context) =>
      end(matter, by, closure, context),
    );
  }
}
