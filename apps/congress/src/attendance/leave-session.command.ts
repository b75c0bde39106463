import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { deedOf } from '../storage/deed.js';
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
    private readonly authority: Authority,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, sessionId, memberId }: LeaveSession): Promise<void> {
    await this.authority.attends(actor, sessionId, memberId);
    await this.sessions.updateDesk(deedOf(actor, 'leave-session'), sessionId, memberId, (attendance, seat) =>
      attendance.leave(seat, memberId, this.clock.now()),
    );
  }
}
