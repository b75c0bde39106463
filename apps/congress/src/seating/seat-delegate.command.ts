import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { NewSeat } from '@plenum/congress-domain';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { deedOf } from '../storage/deed.js';
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
    private readonly authority: Authority,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, sessionId, seat, read }: SeatDelegate): Promise<void> {
    await this.authority.runsSession(actor, sessionId);
    await this.sessions.update(deedOf(actor, 'seat-delegate'), sessionId, (sitting) => sitting.seat(seat, this.clock.now(), read));
  }
}
