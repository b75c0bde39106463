import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { agreeAgenda, type AgendaAgreement } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { AgendaRepository } from './agenda.repository.js';

/** Notes that the topics were agreed with the school: delegates are told what will be put to them. */
export class AgreeAgenda extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly agreement: AgendaAgreement,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AgreeAgenda)
export class AgreeAgendaHandler implements ICommandHandler<AgreeAgenda> {
  constructor(
    private readonly permissions: Permissions,
    private readonly agendas: AgendaRepository,
  ) {}

  async execute({ actor, sessionId, agreement, read }: AgreeAgenda): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'agree-agenda', sessionId);
    await this.agendas.update({ actor, action: 'agree-agenda', id: sessionId, read }, (agenda, context) =>
      agreeAgenda(agenda, by, agreement, context),
    );
  }
}
