import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Session, type SessionFacts } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { deedOf } from '../storage/deed.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Sets up a session of a term. */
export class SetUpSession extends Command<string> {
  constructor(
    readonly actor: Actor,
    readonly termId: string,
    readonly session: Pick<SessionFacts, 'sessionNo' | 'title' | 'opensAt' | 'closesAt' | 'quorum'>,
  ) {
    super();
  }
}

@CommandHandler(SetUpSession)
export class SetUpSessionHandler implements ICommandHandler<SetUpSession> {
  constructor(
    private readonly authority: Authority,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, termId, session }: SetUpSession): Promise<string> {
    await this.authority.runsOrganisation(actor);
    const given = { id: randomUUID(), organisationId: actor.organisationId, ...session };
    const added = await this.sessions.add(deedOf(actor, 'set-up-session'), termId, (term) => Session.setUp(given, term));
    return added.state.id;
  }
}
