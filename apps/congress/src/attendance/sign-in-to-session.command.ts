import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { deedOf } from '../storage/deed.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Signs a member in, oneself or by the desk; again changes nothing. */
export class SignInToSession extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly memberId: string,
  ) {
    super();
  }
}

@CommandHandler(SignInToSession)
export class SignInToSessionHandler implements ICommandHandler<SignInToSession> {
  constructor(
    private readonly authority: Authority,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, sessionId, memberId }: SignInToSession): Promise<void> {
    await this.authority.attends(actor, sessionId, memberId);
    await this.sessions.updateDesk(deedOf(actor, 'sign-in-to-session'), sessionId, memberId, (attendance, seat) =>
      attendance.arrive(seat, memberId, this.clock.now()),
    );
  }
}
