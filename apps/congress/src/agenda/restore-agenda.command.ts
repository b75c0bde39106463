import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { restoreAgenda } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { AgendaRepository } from './agenda.repository.js';

/** Gives up the changes: the agenda is again as it was adopted. */
export class RestoreAgenda extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RestoreAgenda)
export class RestoreAgendaHandler implements ICommandHandler<RestoreAgenda> {
  constructor(
    private readonly permissions: Permissions,
    private readonly agendas: AgendaRepository,
  ) {}

  async execute({ actor, sessionId, read }: RestoreAgenda): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'restore-agenda', sessionId);
    await this.agendas.update({ actor, action: 'restore-agenda', id: sessionId, read }, (agenda, context) =>
      restoreAgenda(agenda, by, context),
    );
  }
}
