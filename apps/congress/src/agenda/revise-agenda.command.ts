import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AgendaItem, reviseAgenda } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { AgendaRepository } from './agenda.repository.js';

/** An item that is to stand on the agenda; without an id it is a new one. */
export type WantedItem = Omit<AgendaItem, 'id'> & { readonly id: string | null };

/** Says which topics are on the agenda, in their order. */
export class ReviseAgenda extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly items: readonly WantedItem[],
    /** The version that was read; 0 where there was none. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ReviseAgenda)
export class ReviseAgendaHandler implements ICommandHandler<ReviseAgenda> {
  constructor(
    private readonly permissions: Permissions,
    private readonly agendas: AgendaRepository,
  ) {}

  async execute({ actor, sessionId, items: wanted, read }: ReviseAgenda): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'revise-agenda', sessionId);
    await this.agendas.update({ actor, action: 'revise-agenda', id: sessionId, read }, (agenda, context) => {
      const known = new Set(agenda.items.map(({ id }) => id));
      const items = wanted.map((item) => ({ ...item, id: item.id !== null && known.has(item.id) ? item.id : randomUUID() }));
      return reviseAgenda(agenda, by, items, context);
    });
  }
}
