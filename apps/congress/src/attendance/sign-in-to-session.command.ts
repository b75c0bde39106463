import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { arrive } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
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
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, sessionId, memberId }: SignInToSession): Promise<void> {
    await this.permissions.assertAllowed(actor, 'sign-in-to-session', sessionId, memberId);
    await this.sessions.updateDesk({ actor, action: 'sign-in-to-session', id: sessionId }, memberId, arrive);
  }
}
