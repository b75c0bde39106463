import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  checkRoster,
  CongressErrors,
  creationsOf,
  differingRows,
  Member,
  type RosterCreations,
  type RosterEntry,
  type RosterRow,
  withCreations,
} from '@plenum/congress-domain';
import type { Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { translated } from '../storage/constraints.js';
import { type Deed, deedOf } from '../storage/deed.js';
import { MemberRepository } from '../storage/member.repository.js';
import { toMember } from '../storage/member.rows.js';
import type { LoadedRoster } from '../storage/roster.context.js';
import { OrganisationRepository } from '../storage/organisation.repository.js';
import { type CheckedRoster, RosterRepository } from '../storage/roster.repository.js';
import type { RosterImport } from '../storage/roster.rows.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Writes what a roster's preview showed: its new and changed rows, all of them or none. Refused rows stay out. */
export class ConfirmRoster extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly importId: string,
    /** The version of the preview that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ConfirmRoster)
export class ConfirmRosterHandler implements ICommandHandler<ConfirmRoster> {
  constructor(
    private readonly authority: Authority,
    private readonly rosters: RosterRepository,
    private readonly organisations: OrganisationRepository,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async execute({ actor, importId, read }: ConfirmRoster): Promise<void> {
    await this.authority.seesRoster(actor, importId);
    await this.authority.runsOrganisation(actor);
    const deed = deedOf(actor, 'confirm-roster');
    // A member whom somebody registers at this very moment is no longer new; nor is a unit.
    const outdated = () => CongressErrors.rosterOutdated([]);
    const refusals = { members_staff_no: outdated, units_code: outdated, units_name: outdated };
    await translated(refusals, () =>
      this.rosters.confirm(deed, { id: importId, read }, recheck, (tx, roster, loaded) => this.write(tx, deed, roster, loaded)),
    );
  }

  private async write(tx: Transaction, deed: Deed, { rows, sessionId, creations }: RosterImport, loaded: LoadedRoster): Promise<void> {
    await this.setUp(tx, deed, sessionId, creations);
    const entries = rows.filter(isWritten).map(({ entry }) => entry);
    const written = entries.map((entry) => ({ entry, member: memberOf(entry, loaded, deed.organisationId) }));
    await this.members.saveAll(
      tx,
      deed,
      written.map(({ member }) => member),
    );
    await this.sessions.followMembers(
      tx,
      deed,
      written.map(({ member }) => member.state),
      this.clock.now(),
    );
    const seats = written.flatMap(({ entry: { seat }, member }) => (seat ? [{ memberId: member.state.id, ...seat }] : []));
    if (sessionId === null || seats.length === 0) return;
    await this.sessions.updateIn(tx, deed, sessionId, (sitting) => {
      for (const seat of seats) sitting.seat(seat, this.clock.now());
    });
  }

  /** The wanted units and delegations, before anybody is put into them. */
  private async setUp(tx: Transaction, deed: Deed, sessionId: string | null, { units, delegations }: RosterCreations): Promise<void> {
    for (const { id, name, code, wanted } of units) {
      if (wanted && code !== null) await this.organisations.addUnitIn(tx, deed, { id, organisationId: deed.organisationId, code, name });
    }
    const formed = delegations.filter(({ wanted }) => wanted);
    if (sessionId === null || formed.length === 0) return;
    await this.sessions.updateIn(tx, deed, sessionId, (sitting) => {
      for (const { id, name } of formed) sitting.formDelegation({ id, name, headMemberId: null });
    });
  }
}

function recheck(roster: RosterImport, { context }: LoadedRoster): CheckedRoster & { differing: readonly number[] } {
  const creations = creationsOf(roster.lines, context, roster.creations, randomUUID);
  const rows = checkRoster(roster.lines, withCreations(context, creations));
  return { rows, creations, differing: differingRows(roster.rows, rows) };
}

const isWritten = (row: RosterRow): row is RosterRow & { readonly entry: RosterEntry } =>
  row.entry !== null && (row.state === 'new' || row.state === 'changed');

function memberOf(
  { memberId, staffNo, name, mail, unitId, standing }: RosterEntry,
  { members }: LoadedRoster,
  organisationId: string,
): Member {
  const row = memberId === null ? undefined : members.get(memberId);
  if (!row) return Member.register({ id: randomUUID(), organisationId, staffNo, name, mail, unitId, standing });
  const member = Member.restore(toMember(row));
  member.amend({ name, mail, unitId, standing });
  return member;
}
