import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type NewSession, setUpSession } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Sets up a session of a term. */
export class SetUpSession extends Command<string> {
  constructor(
    readonly actor: Actor,
    readonly termId: string,
    readonly session: Omit<NewSession, 'id' | 'organisationId'>,
  ) {
    super();
  }
}

@CommandHandler(SetUpSession)
export class SetUpSessionHandler implements ICommandHandler<SetUpSession> {
  constructor(
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, termId, session }: SetUpSession): Promise<string> {
    await this.permissions.assertAllowed(actor, 'set-up-session');
    const given = { id: randomUUID(), organisationId: actor.organisationId, ...session };
    const added = await this.sessions.add({ actor, action: 'set-up-session' }, termId, (term) => setUpSession(given, term));
    return added.id;
  }
}
