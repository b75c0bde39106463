import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  amendMember,
  checkRoster,
  CongressErrors,
  creationsOf,
  differingRows,
  formDelegation,
  inSequence,
  type MemberChange,
  registerMember,
  type RosterCreations,
  type RosterEntry,
  type RosterRow,
  seatMembers,
  withCreations,
} from '@plenum/congress-domain';
import type { Transaction } from '@plenum/database';
import type { Actor, ChangeRequest } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { translated } from '../storage/constraints.js';
import { MemberRepository } from '../storage/member.repository.js';
import { toMember } from '../storage/member.rows.js';
import { OrganisationRepository } from '../storage/organisation.repository.js';
import { SessionRepository } from '../storage/session.repository.js';
import type { LoadedRoster } from './roster.context.js';
import { type CheckedRoster, RosterRepository } from './roster.repository.js';
import type { RosterImport } from './roster.rows.js';

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
    private readonly permissions: Permissions,
    private readonly rosters: RosterRepository,
    private readonly organisations: OrganisationRepository,
    private readonly members: MemberRepository,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, importId, read }: ConfirmRoster): Promise<void> {
    await this.permissions.assertAllowed(actor, 'confirm-roster', importId);
    const request = { actor, action: 'confirm-roster' };
    // A member whom somebody registers at this very moment is no longer new; nor is a unit.
    const outdated = () => CongressErrors.rosterOutdated([]);
    const refusals = { members_staff_no: outdated, units_code: outdated, units_name: outdated };
    await translated(refusals, () =>
      this.rosters.confirm({ ...request, id: importId, read }, recheck, (tx, roster, loaded) => this.write(tx, request, roster, loaded)),
    );
  }

  private async write(
    tx: Transaction,
    request: ChangeRequest,
    { rows, sessionId, creations }: RosterImport,
    loaded: LoadedRoster,
  ): Promise<void> {
    await this.setUp(tx, request, sessionId, creations);
    const entries = rows.filter(isWritten).map(({ entry }) => entry);
    const written = entries.map((entry) => ({ entry, change: memberChange(entry, loaded, request.actor.organisationId) }));
    const changes = written.map(({ change }) => change);
    await this.members.saveAll(tx, request, changes);
    await this.sessions.followMembers(
      tx,
      request,
      changes.map(({ state }) => state),
    );
    const seats = written.flatMap(({ entry: { seat }, change }) => (seat ? [{ memberId: change.state.id, ...seat }] : []));
    if (sessionId === null || seats.length === 0) return;
    await this.sessions.updateWithin(tx, { ...request, id: sessionId }, (sitting, at) => seatMembers(sitting, seats, at));
  }

  /** The wanted units and delegations, before anybody is put into them. */
  private async setUp(
    tx: Transaction,
    request: ChangeRequest,
    sessionId: string | null,
    { units, delegations }: RosterCreations,
  ): Promise<void> {
    for (const { id, name, code, wanted } of units) {
      if (!wanted || code === null) continue;
      await this.organisations.addUnitWithin(tx, request, { id, organisationId: request.actor.organisationId, code, name, version: 1 });
    }
    const formed = delegations.filter(({ wanted }) => wanted);
    if (sessionId === null || formed.length === 0) return;
    await this.sessions.updateWithin(tx, { ...request, id: sessionId }, (sitting) =>
      inSequence(sitting, formed, (current, { id, name }) => formDelegation(current, { id, name, headMemberId: null })),
    );
  }
}

function recheck(roster: RosterImport, { context }: LoadedRoster): CheckedRoster & { differing: readonly number[] } {
  const creations = creationsOf(roster.lines, context, roster.creations, randomUUID);
  const rows = checkRoster(roster.lines, withCreations(context, creations));
  return { rows, creations, differing: differingRows(roster.rows, rows) };
}

const isWritten = (row: RosterRow): row is RosterRow & { readonly entry: RosterEntry } =>
  row.entry !== null && (row.state === 'new' || row.state === 'changed');

function memberChange(
  { memberId, staffNo, name, mail, mobile, unitId, standing }: RosterEntry,
  { members }: LoadedRoster,
  organisationId: string,
): MemberChange {
  const row = memberId === null ? undefined : members.get(memberId);
  return row
    ? amendMember(toMember(row), { name, mail, mobile, unitId, standing })
    : registerMember({ id: randomUUID(), organisationId, staffNo, name, mail, mobile, unitId, standing });
}
