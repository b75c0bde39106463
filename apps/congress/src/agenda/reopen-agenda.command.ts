import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reopenAgenda } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { AgendaRepository } from './agenda.repository.js';

/** Opens an agenda that was agreed or adopted for changes; what was adopted stands until something else is. */
export class ReopenAgenda extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly reason: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ReopenAgenda)
export class ReopenAgendaHandler implements ICommandHandler<ReopenAgenda> {
  constructor(
    private readonly permissions: Permissions,
    private readonly agendas: AgendaRepository,
  ) {}

  async execute({ actor, sessionId, reason, read }: ReopenAgenda): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'reopen-agenda', sessionId);
    await this.agendas.update({ actor, action: 'reopen-agenda', id: sessionId, read }, (agenda, context) =>
      reopenAgenda(agenda, by, reason, context),
    );
  }
}
