import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { deedOf } from '../storage/deed.js';
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
    private readonly authority: Authority,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, sessionId, memberId, reason, read }: UnseatDelegate): Promise<void> {
    await this.authority.runsSession(actor, sessionId);
    await this.sessions.update(deedOf(actor, 'unseat-delegate'), sessionId, (sitting) =>
      sitting.unseat(memberId, { reason, read }, this.clock.now()),
    );
  }
}
