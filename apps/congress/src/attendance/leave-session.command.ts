import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { leave } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Notes that a member left the room; again changes nothing. */
export class LeaveSession extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly memberId: string,
  ) {
    super();
  }
}

@CommandHandler(LeaveSession)
export class LeaveSessionHandler implements ICommandHandler<LeaveSession> {
  constructor(
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, sessionId, memberId }: LeaveSession): Promise<void> {
    await this.permissions.assertAllowed(actor, 'leave-session', sessionId, memberId);
    await this.sessions.updateDesk({ actor, action: 'leave-session', id: sessionId }, memberId, leave);
  }
}
