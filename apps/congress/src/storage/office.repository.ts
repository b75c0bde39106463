import { Injectable } from '@nestjs/common';
import { CongressErrors, OfficeHolding, type OfficeState, type SessionState } from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { Outbox } from '@plenum/messaging';
import { AuditTrail } from '@plenum/service-kit';
import { translated } from './constraints.js';
import type { Deed } from './deed.js';
import { lockOrganisation } from './locks.js';
import { insertOffice, type OfficeRow, toOffice } from './office.rows.js';
import { officePublished } from './office.publishing.js';

const SAME_OFFICE = `
  SELECT o.* FROM offices o JOIN members m ON m.id = o.member_id
   WHERE o.organisation_id = $1 AND o.office = $2 AND o.session_id IS NOT DISTINCT
   FROM $3 AND o.unit_id IS NOT DISTINCT
   FROM $4 AND o.relieved_at IS NULL AND m.active
`;

/** Who holds which office. */
@Injectable()
export class OfficeRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Assigns an office.
   * @throws `congress.not-found` when member, session or unit are not of the organisation, `congress.member-inactive`,
   * `congress.session-state` for a session that is over, and as {@link OfficeHolding.assign}.
   */
  async assign(deed: Deed, given: Omit<OfficeState, 'relievedAt' | 'version'>): Promise<OfficeState> {
    const refusals = {
      offices_session: () => CongressErrors.notFound('session'),
      offices_unit: () => CongressErrors.notFound('unit'),
      offices_held: () => CongressErrors.officeHeld(given.office),
    };
    return translated(refusals, () => this.database.transaction((tx) => this.assignWithin(tx, deed, given)));
  }

  /** The same as part of a larger change. @throws before anything is written */
  async assignWithin(tx: Transaction, deed: Deed, given: Omit<OfficeState, 'relievedAt' | 'version'>): Promise<OfficeState> {
    await lockOrganisation(tx, deed.organisationId); // Whether somebody is the chief, or the last, is asked of all its offices.
    await assertCanHold(tx, given);
    const holding = OfficeHolding.assign(given, (await sameOffice(tx, given)).map(toOffice));
    await insertOffice(tx, holding.state, this.clock.now());
    await this.outbox.append(tx, holding.releaseEvents().map(officePublished));
    await this.audit.append(tx, { ...deed, subject: { kind: 'office', id: given.id }, after: holding.state });
    return holding.state;
  }

  /** Relieves a holder. `change` is told how many others hold the same office. @throws `congress.not-found` and what the change throws. */
  async update(deed: Deed, id: string, change: (holding: OfficeHolding, othersLeft: number) => void): Promise<void> {
    await this.database.transaction((tx) => this.updateWithin(tx, deed, id, change));
  }

  /** The same as part of a larger change. @throws before anything is written */
  async updateWithin(tx: Transaction, deed: Deed, id: string, change: (holding: OfficeHolding, othersLeft: number) => void): Promise<void> {
    await lockOrganisation(tx, deed.organisationId);
    const [row] = await tx.query<OfficeRow>('SELECT * FROM offices WHERE id = $1 AND organisation_id = $2', [id, deed.organisationId]);
    if (!row) throw CongressErrors.notFound('office');
    const before = toOffice(row);
    const holding = OfficeHolding.restore(before);
    const others = (await sameOffice(tx, before)).filter((other) => other.id !== id);
    change(holding, others.length);
    await tx.query('UPDATE offices SET relieved_at = $2, version = $3 WHERE id = $1', [
      id,
      holding.state.relievedAt,
      holding.state.version,
    ]);
    await this.outbox.append(tx, holding.releaseEvents().map(officePublished));
    await this.audit.append(tx, { ...deed, subject: { kind: 'office', id }, before, after: holding.state });
  }
}

const sameOffice = (
  tx: Transaction,
  { organisationId, office, sessionId, unitId }: Pick<OfficeState, 'organisationId' | 'office' | 'sessionId' | 'unitId'>,
): Promise<OfficeRow[]> => tx.query(SAME_OFFICE, [organisationId, office, sessionId, unitId]);

async function assertCanHold(
  tx: Transaction,
  { organisationId, memberId, sessionId }: Pick<OfficeState, 'organisationId' | 'memberId' | 'sessionId'>,
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
  if (session.state === 'CLOSED') throw CongressErrors.sessionState(session.state, ['SET_UP', 'OPEN']);
}
