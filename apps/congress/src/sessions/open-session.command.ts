import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { openSitting } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Opens a session and its sign-in desk. */
export class OpenSession extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(OpenSession)
export class OpenSessionHandler implements ICommandHandler<OpenSession> {
  constructor(
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, sessionId, read }: OpenSession): Promise<void> {
    await this.permissions.assertAllowed(actor, 'open-session', sessionId);
    await this.sessions.update({ actor, action: 'open-session', id: sessionId, read }, openSitting);
  }
}
