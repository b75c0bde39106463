import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type NewSeat, seatsOfList, seatsOfUnit } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { deedOf } from '../storage/deed.js';
import { type SeatsWanted, candidatesOf } from '../storage/seat-candidates.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Seats a list of staff numbers or a whole unit in one go: all of them or nobody. */
export class SeatMany extends Command<number> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly wanted: SeatsWanted,
    readonly place: Omit<NewSeat, 'memberId'>,
  ) {
    super();
  }
}

@CommandHandler(SeatMany)
export class SeatManyHandler implements ICommandHandler<SeatMany> {
  constructor(
    private readonly authority: Authority,
    private readonly sessions: SessionRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were seated that were not before */
  async execute({ actor, sessionId, wanted, place }: SeatMany): Promise<number> {
    await this.authority.runsSession(actor, sessionId);
    if (wanted.unitId !== null) await this.authority.seesUnit(actor, wanted.unitId);
    return this.database.transaction(async (tx) => {
      const members = await candidatesOf(tx, actor.organisationId, wanted);
      let seated = 0;
      await this.sessions.updateIn(tx, deedOf(actor, 'seat-many'), sessionId, (sitting) => {
        const seatOf = (memberId: string) => sitting.seating.seatOf(memberId);
        const seats = wanted.unitId === null ? seatsOfList(wanted.staffNos, members, place, seatOf) : seatsOfUnit(members, place, seatOf);
        for (const seat of seats) sitting.seat(seat, this.clock.now());
        seated = seats.length;
      });
      return seated;
    });
  }
}
