import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seatMember, type NewSeat } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Gives a member a seat in a session, or moves it. Many come by a roster. */
export class SeatDelegate extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly seat: NewSeat,
    /** The version of the seat that was read; 0 where there was none. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SeatDelegate)
export class SeatDelegateHandler implements ICommandHandler<SeatDelegate> {
  constructor(
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, sessionId, seat, read }: SeatDelegate): Promise<void> {
    await this.permissions.assertAllowed(actor, 'seat-delegate', sessionId);
    await this.sessions.update({ actor, action: 'seat-delegate', id: sessionId }, (sitting, at) => seatMember(sitting, seat, at, read));
  }
}
