import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { adoptByBallot, adoptByHands, type HandsFigures } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { AgendaRepository } from './agenda.repository.js';

/** How the congress voted: hands that were counted, or a ballot. */
export type AgendaVote =
  | (Pick<HandsFigures, 'inFavour' | 'against' | 'abstained'> & { readonly way: 'HANDS'; readonly present: number | null })
  | { readonly way: 'BALLOT'; readonly ballotId: string };

/** Puts on record how the congress voted on its agenda, and adopts it where enough were in favour. */
export class AdoptAgenda extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly vote: AgendaVote,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AdoptAgenda)
export class AdoptAgendaHandler implements ICommandHandler<AdoptAgenda> {
  constructor(
    private readonly permissions: Permissions,
    private readonly agendas: AgendaRepository,
  ) {}

  async execute({ actor, sessionId, vote, read }: AdoptAgenda): Promise<void> {
    const by = await this.permissions.assertAllowed(actor, 'adopt-agenda', sessionId);
    await this.agendas.update({ actor, action: 'adopt-agenda', id: sessionId, read }, async (agenda, context, tx) => {
      if (vote.way === 'HANDS') return adoptByHands(agenda, by, vote, context);
      return adoptByBallot(agenda, by, await this.agendas.ballot(tx, actor.organisationId, vote.ballotId), context);
    });
  }
}
