import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { deedOf } from '../storage/deed.js';
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
    private readonly authority: Authority,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, sessionId, read }: CloseSession): Promise<void> {
    await this.authority.runsSession(actor, sessionId);
    await this.sessions.update(deedOf(actor, 'close-session'), sessionId, (sitting) => sitting.close(this.clock.now()), read);
  }
}
