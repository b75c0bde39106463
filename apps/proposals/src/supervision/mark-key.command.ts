import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { markKey, unmarkKey } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { SupervisionChanges, type SupervisionVersion } from './supervision-changes.js';

/** The committee makes it a key matter, with the reason; without one, a matter like any other again. */
export class MarkKey extends Command<SupervisionVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly reason: string | null,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(MarkKey)
export class MarkKeyHandler implements ICommandHandler<MarkKey> {
  constructor(private readonly changes: SupervisionChanges) {}

  execute({ actor, proposalId, reason, read }: MarkKey): Promise<SupervisionVersion> {
    const action = reason === null ? 'unmark-key' : 'mark-key';
    return this.changes.update({ proposalId, actor, action, read }, (matter, by, context) =>
      reason === null ? unmarkKey(matter, by, context) : markKey(matter, by, reason, context),
    );
  }
}
