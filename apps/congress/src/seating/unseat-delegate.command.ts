import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { unseatMember } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Ends a mandate in a session (撤换, 罢免); the reason stands in the audit trail. */
export class UnseatDelegate extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly memberId: string,
    readonly reason: string,
    /** The version of the seat that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(UnseatDelegate)
export class UnseatDelegateHandler implements ICommandHandler<UnseatDelegate> {
  constructor(
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, sessionId, memberId, reason, read }: UnseatDelegate): Promise<void> {
    await this.permissions.assertAllowed(actor, 'unseat-delegate', sessionId);
    await this.sessions.update({ actor, action: 'unseat-delegate', id: sessionId }, (sitting, at) =>
      unseatMember(sitting, memberId, { reason, read }, at),
    );
  }
}
