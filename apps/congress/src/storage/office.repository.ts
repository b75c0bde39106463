import { Injectable } from '@nestjs/common';
import {
  assertSessionState,
  assignOffice,
  CongressErrors,
  type NewOfficeHolding,
  type OfficeChange,
  type OfficeHolding,
  type SessionState,
} from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { translated } from './constraints.js';
import { lockOrganisation } from './locks.js';
import { officePublished } from './office.publishing.js';
import { insertOffice, type OfficeRow, toOffice } from './office.rows.js';
import type { UpdateRequest } from './update-request.js';

const SAME_OFFICE = `
  SELECT o.* FROM offices o JOIN members m ON m.id = o.member_id
   WHERE o.organisation_id = $1 AND o.office = $2 AND o.session_id IS NOT DISTINCT
   FROM $3 AND o.unit_id IS NOT DISTINCT
   FROM $4 AND o.relieved_at IS NULL AND m.active
`;

/** Changes a holding, told how many others hold the same office. */
type OfficeBehaviour = (holding: OfficeHolding, at: Date, othersLeft: number) => OfficeChange;

/** Who holds which office: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class OfficeRepository {
  constructor(
    private readonly database: Database,
    private readonly records: ChangeRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * Assigns an office.
   * @throws `congress.not-found` when member, session or unit are not of the organisation, `congress.member-inactive`,
   * `congress.session-state` for a session that is over, and as {@link assignOffice}.
   */
  async assign(request: ChangeRequest, given: NewOfficeHolding): Promise<void> {
    const refusals = {
      offices_session: () => CongressErrors.notFound('session'),
      offices_unit: () => CongressErrors.notFound('unit'),
      offices_held: () => CongressErrors.officeHeld(given.office),
    };
    await translated(refusals, () => this.database.transaction((tx) => this.assignWithin(tx, request, given)));
  }

  /** The same as part of a larger change. @throws before anything is written */
  async assignWithin(tx: Transaction, request: ChangeRequest, given: NewOfficeHolding): Promise<void> {
    await lockOrganisation(tx, request.actor.organisationId); // Whether somebody is the chief, or the last, is asked of all its offices.
    await assertCanHold(tx, given);
    const made = assignOffice(given, (await sameOffice(tx, given)).map(toOffice));
    await insertOffice(tx, made.state, this.clock.now());
    await this.record(tx, request, null, made);
  }

  /** Changes a holding of the request's organisation. @throws `congress.not-found` and what the change throws. */
  async update(request: UpdateRequest, change: OfficeBehaviour): Promise<void> {
    await this.database.transaction((tx) => this.updateWithin(tx, request, change));
  }

  /** The same as part of a larger change. @throws before anything is written */
  async updateWithin(tx: Transaction, request: UpdateRequest, change: OfficeBehaviour): Promise<void> {
    const {
      id,
      actor: { organisationId },
    } = request;
    await lockOrganisation(tx, organisationId);
    const [row] = await tx.query<OfficeRow>('SELECT * FROM offices WHERE id = $1 AND organisation_id = $2', [id, organisationId]);
    if (!row) throw CongressErrors.notFound('office');
    const before = toOffice(row);
    const others = (await sameOffice(tx, before)).filter((other) => other.id !== id);
    const made = change(before, this.clock.now(), others.length);
    const { relievedAt, version } = made.state;
    await tx.query('UPDATE offices SET relieved_at = $2, version = $3 WHERE id = $1', [id, relievedAt, version]);
    await this.record(tx, request, before, made);
  }

  private async record(
    tx: Transaction,
    request: ChangeRequest,
    before: OfficeHolding | null,
    { state, events }: OfficeChange,
  ): Promise<void> {
    const subject = { kind: 'office', id: state.id };
    await this.records.write(tx, request, { subject, before, after: state, events: events.map(officePublished) });
  }
}

const sameOffice = (
  tx: Transaction,
  { organisationId, office, sessionId, unitId }: Pick<OfficeHolding, 'organisationId' | 'office' | 'sessionId' | 'unitId'>,
): Promise<OfficeRow[]> => tx.query(SAME_OFFICE, [organisationId, office, sessionId, unitId]);

async function assertCanHold(
  tx: Transaction,
  { organisationId, memberId, sessionId }: Pick<OfficeHolding, 'organisationId' | 'memberId' | 'sessionId'>,
): Promise<void> {
  const [member] = await tx.query<{ active: boolean }>('SELECT active FROM members WHERE id = $1 AND organisation_id = $2', [
    memberId,
    organisationId,
  ]);
  if (!member) throw CongressErrors.notFound('member');
  if (!member.active) throw CongressErrors.memberInactive(memberId);
  if (sessionId === null) return;
  const [session] = await tx.query<{ state: SessionState }>('SELECT state FROM sessions WHERE id = $1 AND organisation_id = $2 FOR SHARE', [
    sessionId,
    organisationId,
  ]);
  if (!session) throw CongressErrors.notFound('session');
  assertSessionState(session, 'SET_UP', 'OPEN');
}
