import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { openSitting } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { PapersRepository } from '../papers/papers.repository.js';
import { lockSession } from '../storage/locks.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Opens a session and its sign-in desk. */
export class OpenSession extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    /** The version that was read. */
    readonly read: number,
    /** Why it opens while papers are late; null where none are, or no reason is given. */
    readonly latePapersReason: string | null,
  ) {
    super();
  }
}

@CommandHandler(OpenSession)
export class OpenSessionHandler implements ICommandHandler<OpenSession> {
  constructor(
    private readonly permissions: Permissions,
    private readonly papers: PapersRepository,
    private readonly sessions: SessionRepository,
    private readonly database: Database,
  ) {}

  async execute({ actor, sessionId, read, latePapersReason: reason }: OpenSession): Promise<void> {
    await this.permissions.assertAllowed(actor, 'open-session', sessionId);
    await this.database.transaction(async (tx) => {
      await lockSession(tx, sessionId, actor.organisationId); // No paper is sent, or brought in, meanwhile.
      const titles = (await this.papers.late(tx, actor.organisationId, sessionId)).map(({ title }) => title);
      const request = { actor, action: 'open-session', id: sessionId, read };
      await this.sessions.updateWithin(tx, request, (sitting, at) => openSitting(sitting, at, { titles, reason }));
    });
  }
}
