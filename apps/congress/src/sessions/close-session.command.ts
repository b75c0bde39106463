import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { closeSitting } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Closes a session for good. */
export class CloseSession extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(CloseSession)
export class CloseSessionHandler implements ICommandHandler<CloseSession> {
  constructor(
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, sessionId, read }: CloseSession): Promise<void> {
    await this.permissions.assertAllowed(actor, 'close-session', sessionId);
    await this.sessions.update({ actor, action: 'close-session', id: sessionId, read }, closeSitting);
  }
}
