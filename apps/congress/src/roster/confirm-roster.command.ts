import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkRoster, CongressErrors, differingRows, Member, type RosterEntry, type RosterRow } from '@plenum/congress-domain';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import type { EntityManager } from 'typeorm';
import { Authority } from '../access/authority.js';
import { translated } from '../storage/constraints.js';
import { type Deed, deedOf } from '../storage/deed.js';
import { MemberRepository } from '../storage/member.repository.js';
import { toMember } from '../storage/member.rows.js';
import type { LoadedRoster } from '../storage/roster.context.js';
import { RosterRepository } from '../storage/roster.repository.js';
import type { RosterImport } from '../storage/roster.rows.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Writes what a roster's preview showed: its new and changed rows, all of them or none. Refused rows stay out. */
export class ConfirmRoster extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly importId: string,
  ) {
    super();
  }
}

@CommandHandler(ConfirmRoster)
export class ConfirmRosterHandler implements ICommandHandler<ConfirmRoster> {
  constructor(
    private readonly authority: Authority,
    private readonly rosters: RosterRepository,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, importId }: ConfirmRoster): Promise<void> {
    await this.authority.seesRoster(actor, importId);
    await this.authority.runsOrganisation(actor);
    const deed = deedOf(actor, 'confirm-roster');
    // A member whom somebody registers at this very moment is no longer new.
    const refusals = { members_staff_no: () => CongressErrors.rosterOutdated([]) };
    await translated(refusals, () => this.rosters.confirm(deed, importId, recheck, (tx, roster, loaded) => this.write(tx, deed, roster, loaded)));
  }

  private async write(tx: EntityManager, deed: Deed, { rows, sessionId }: RosterImport, loaded: LoadedRoster): Promise<void> {
    const entries = rows.filter(isWritten).map(({ entry }) => entry);
    const written = entries.map((entry) => ({ entry, member: memberOf(entry, loaded, deed.organisationId) }));
    await this.members.saveAll(tx, written.map(({ member }) => member));
    await this.sessions.followMembers(tx, deed, written.map(({ member }) => member.state), this.clock.now());
    const seats = written.flatMap(({ entry: { seat }, member }) => (seat ? [{ memberId: member.state.id, ...seat }] : []));
    if (sessionId === null || seats.length === 0) return;
    await this.sessions.updateIn(tx, deed, sessionId, (sitting) => {
      for (const seat of seats) sitting.seat(seat, this.clock.now());
    });
  }
}

function recheck(roster: RosterImport, { context }: LoadedRoster): { rows: readonly RosterRow[]; differing: readonly number[] } {
  const rows = checkRoster(roster.lines, context);
  return { rows, differing: differingRows(roster.rows, rows) };
}

const isWritten = (row: RosterRow): row is RosterRow & { readonly entry: RosterEntry } => row.entry !== null && (row.state === 'new' || row.state === 'changed');

function memberOf({ memberId, staffNo, name, mail, unitId, standing }: RosterEntry, { members }: LoadedRoster, organisationId: string): Member {
  const row = memberId === null ? undefined : members.get(memberId);
  if (!row) return Member.register({ id: randomUUID(), organisationId, staffNo, name, mail, unitId, standing });
  const member = Member.restore(toMember(row));
  member.amend({ name, mail, unitId, standing });
  return member;
}
