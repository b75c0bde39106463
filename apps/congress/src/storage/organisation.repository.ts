import { Injectable } from '@nestjs/common';
import { CongressErrors, type MemberChange, type OfficeChange, type Organisation, type Unit } from '@plenum/congress-domain';
import type { NewEvent } from '@plenum/contracts';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { translated } from './constraints.js';
import { MemberRepository } from './member.repository.js';
import { officePublished } from './office.publishing.js';
import { insertOffice } from './office.rows.js';
import type { UpdateRequest } from './update-request.js';

const UNIT_REFUSALS = { units_code: CongressErrors.unitExists, units_name: CongressErrors.unitExists };

/** What an organisation begins with: somebody who can do the rest. */
export interface Founding {
  readonly organisation: Organisation;
  readonly secretary: MemberChange;
  readonly office: OfficeChange;
}

/** Organisations and their units. */
@Injectable()
export class OrganisationRepository {
  constructor(
    private readonly database: Database,
    private readonly records: ChangeRecords,
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
   * Founds the organisation with its secretary; `also` does what else belongs to the founding in the same transaction.
   * @throws `congress.organisation-exists`
   */
  async found({ organisation, secretary, office }: Founding, also: (tx: Transaction) => Promise<void>): Promise<void> {
    const { id, code, name, level, parentId } = organisation;
    const request = { actor: { organisationId: id, memberId: null }, action: 'found-organisation' };
    await this.database.transaction(async (tx) => {
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
      await this.records.publish(tx, [organisationFounded(organisation)]);
      await this.members.saveAll(tx, request, [secretary]);
      await insertOffice(tx, office.state, this.clock.now());
      await this.records.publish(tx, office.events.map(officePublished));
      await also(tx);
      const after = { code, name, level, parentId, secretaryId: secretary.state.id };
      await this.records.write(tx, request, { subject: { kind: 'organisation', id }, after });
    });
  }

  /** @throws `congress.unit-exists` when code or name is taken. */
  async addUnit(request: ChangeRequest, unit: Unit): Promise<void> {
    await translated(UNIT_REFUSALS, () => this.database.transaction((tx) => this.addUnitWithin(tx, request, unit)));
  }

  /** The same as part of a larger change. */
  async addUnitWithin(tx: Transaction, request: ChangeRequest, unit: Unit): Promise<void> {
    const { id, organisationId, code, name, version } = unit;
    await tx.query('INSERT INTO units (id, organisation_id, code, name, version) VALUES ($1, $2, $3, $4, $5)', [
      id,
      organisationId,
      code,
      name,
      version,
    ]);
    await this.records.write(tx, request, { subject: { kind: 'unit', id }, after: { code, name }, events: [unitSetUp(unit)] });
  }

  /**
   * Changes a unit of the request's organisation; the same again is no change.
   * @throws `congress.not-found`, `congress.unit-exists` and what the change throws
   */
  async updateUnit(request: UpdateRequest, change: (unit: Unit) => Unit): Promise<Unit> {
    const {
      id,
      actor: { organisationId },
    } = request;
    return translated(UNIT_REFUSALS, () =>
      this.database.transaction(async (tx) => {
        const [row] = await tx.query<{ code: string; name: string; version: number }>(
          'SELECT code, name, version FROM units WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE',
          [id, organisationId],
        );
        if (!row) throw CongressErrors.notFound('unit');
        const before = { id, organisationId, ...row };
        const unit = change(before);
        if (unit.version === before.version) return unit;
        await tx.query('UPDATE units SET name = $2, version = $3 WHERE id = $1', [id, unit.name, unit.version]);
        await this.records.write(tx, request, {
          subject: { kind: 'unit', id },
          before: { name: before.name },
          after: { name: unit.name },
          events: [unitSetUp(unit)],
        });
        return unit;
      }),
    );
  }
}

const organisationFounded = ({ id, code, name, level, parentId }: Organisation): NewEvent => ({
  name: 'congress.organisation-founded.v1',
  aggregateId: id,
  version: 1,
  data: { organisationId: id, code, name, level, parentId },
});

const unitSetUp = ({ id, organisationId, code, name, version }: Unit): NewEvent => ({
  name: 'congress.unit-set-up.v1',
  aggregateId: id,
  version,
  data: { organisationId, unitId: id, code, name },
});
