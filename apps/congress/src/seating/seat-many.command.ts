import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type NewSeat, seatMembers, seatsByMember, seatsOfList, seatsOfUnit } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SessionRepository } from '../storage/session.repository.js';
import { type SeatsWanted, candidatesOf } from './seat-candidates.js';

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
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
    private readonly database: Database,
  ) {}

  /** @returns how many were seated that were not before */
  async execute({ actor, sessionId, wanted, place }: SeatMany): Promise<number> {
    await this.permissions.assertAllowed(actor, 'seat-many', sessionId);
    if (wanted.unitId !== null) await this.permissions.assertAllowed(actor, 'read-unit', wanted.unitId);
    return this.database.transaction(async (tx) => {
      const members = await candidatesOf(tx, actor.organisationId, wanted);
      const request = { actor, action: 'seat-many', id: sessionId };
      const { events } = await this.sessions.updateWithin(tx, request, (sitting, at) => {
        const held = seatsByMember(sitting.seating);
        const known = (memberId: string) => held.get(memberId) ?? null;
        const seats = wanted.unitId === null ? seatsOfList(wanted.staffNos, members, place, known) : seatsOfUnit(members, place, known);
        return seatMembers(sitting, seats, at);
      });
      return events.filter(({ type }) => type === 'DelegateSeated').length;
    });
  }
}
