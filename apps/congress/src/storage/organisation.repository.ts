import { Injectable } from '@nestjs/common';
import { CongressErrors, type Member, type OfficeHolding, type Organisation, type Unit } from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { Outbox } from '@plenum/messaging';
import { AuditTrail } from '@plenum/service-kit';
import { Clock } from '@plenum/kernel';
import { translated } from './constraints.js';
import type { Deed } from './deed.js';
import { MemberRepository } from './member.repository.js';
import { insertOffice } from './office.rows.js';
import { officePublished } from './office.publishing.js';

const UNIT_REFUSALS = { units_code: CongressErrors.unitExists, units_name: CongressErrors.unitExists };

/** What an organisation begins with: somebody who can do the rest. */
export interface Founding {
  readonly organisation: Organisation;
  readonly secretary: Member;
  readonly office: OfficeHolding;
}

/** Organisations and their units. */
@Injectable()
export class OrganisationRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  /** The organisation of a code; null when there is none. */
  async byCode(code: string): Promise<Organisation | null> {
    const [found] = await this.database.query<Organisation>(
      'SELECT id, code, name, level, parent_id AS "parentId" FROM organisations WHERE code = $1',
      [code],
    );
    return found ?? null;
  }

  /** The organisations of the house, two of them at most: enough to know whether there is one only. */
  firstTwo(): Promise<readonly Pick<Organisation, 'code' | 'name'>[]> {
    return this.database.query('SELECT code, name FROM organisations LIMIT 2', []);
  }

  /**
   * Founds the organisation that `make` makes with its secretary; `also` does what else belongs to the founding in the same transaction.
   * @throws `congress.organisation-exists`
   */
  async found(make: () => Founding, also: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { organisation, secretary, office } = make();
      const { id, code, name, level, parentId } = organisation;
      await translated({ organisations_code: () => CongressErrors.organisationExists(code) }, () =>
        tx.query('INSERT INTO organisations (id, code, name, level, parent_id, founded_at) VALUES ($1, $2, $3, $4, $5, $6)', [
          id,
          code,
          name,
          level,
          parentId,
          this.clock.now(),
        ]),
      );
      await this.outbox.append(tx, [
        {
          name: 'congress.organisation-founded.v1',
          aggregateId: id,
          version: 1,
          data: { organisationId: id, code, name, level, parentId },
        },
      ]);
      await this.members.saveAll(tx, { actor: null }, [secretary]);
      await insertOffice(tx, office.state, this.clock.now());
      await this.outbox.append(tx, office.releaseEvents().map(officePublished));
      await also(tx);
      const after = { code, name, level, parentId, secretaryId: secretary.state.id };
      await this.audit.append(tx, {
        organisationId: id,
        actor: null,
        action: 'found-organisation',
        subject: { kind: 'organisation', id },
        after,
      });
    });
  }

  /** @throws `congress.unit-exists` when code or name is taken. */
  async addUnit(deed: Deed, unit: Unit): Promise<void> {
    await translated(UNIT_REFUSALS, () => this.database.transaction((tx) => this.addUnitIn(tx, deed, unit)));
  }

  /** The same in a transaction that changes more. */
  async addUnitIn(tx: Transaction, deed: Deed, { id, organisationId, code, name }: Omit<Unit, 'version'>): Promise<void> {
    await tx.query('INSERT INTO units (id, organisation_id, code, name, version) VALUES ($1, $2, $3, $4, 1)', [
      id,
      organisationId,
      code,
      name,
    ]);
    await this.outbox.append(tx, [
      { name: 'congress.unit-set-up.v1', aggregateId: id, version: 1, data: { organisationId, unitId: id, code, name } },
    ]);
    await this.audit.append(tx, { ...deed, subject: { kind: 'unit', id }, after: { code, name } });
  }

  /**
   * Changes a unit of the deed's organisation; the same again is no change. @throws `congress.not-found`, `congress.unit-exists` and what
   * the change throws
   */
  async updateUnit(deed: Deed, id: string, change: (unit: Unit) => Unit): Promise<Unit> {
    return translated(UNIT_REFUSALS, () =>
      this.database.transaction(async (tx) => {
        const [row] = await tx.query<{ code: string; name: string; version: number }>(
          'SELECT code, name, version FROM units WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE',
          [id, deed.organisationId],
        );
        if (!row) throw CongressErrors.notFound('unit');
        const before = { id, organisationId: deed.organisationId, ...row };
        const unit = change(before);
        if (unit.version === before.version) return unit;
        const { organisationId, code, name, version } = unit;
        await tx.query('UPDATE units SET name = $2, version = $3 WHERE id = $1', [id, name, version]);
        await this.outbox.append(tx, [
          { name: 'congress.unit-set-up.v1', aggregateId: id, version, data: { organisationId, unitId: id, code, name } },
        ]);
        await this.audit.append(tx, { ...deed, subject: { kind: 'unit', id }, before: { name: before.name }, after: { name } });
        return unit;
      }),
    );
  }
}
