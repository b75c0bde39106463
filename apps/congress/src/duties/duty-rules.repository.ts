import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  amendDutyRule,
  assertCurrent,
  type Authority,
  CongressErrors,
  defineDutyRule,
  DUTY_LIMITS,
  type DutyResponsible,
  type DutyRule,
  type DutyRuleEvent,
  type DutyRuleFacts,
  stopDutyRule,
} from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { lockOrganisation } from '../storage/locks.js';
import type { VersionedUpdateRequest } from '../storage/update-request.js';
import { DutyRepository } from './duties.repository.js';
import { DUTY_RULE_COLUMNS, dutyRuleColumns, type DutyRuleRow, toDutyRule } from './duties.rows.js';

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const BATCH_MAX = 200;

const RULE = `SELECT ${DUTY_RULE_COLUMNS} FROM duty_rules WHERE id = $1 AND organisation_id = $2`;
const LOCKED = `${RULE} FOR NO KEY UPDATE`;
// Another replica that holds it is making its duties; whoever amends it makes them, too.
const FREE = `${RULE} AND state = 'ACTIVE' FOR NO KEY UPDATE SKIP LOCKED`;
const ACTIVE = `
  SELECT id, organisation_id AS "organisationId" FROM duty_rules WHERE state = 'ACTIVE' AND id > $1 ORDER BY id LIMIT ${BATCH_MAX}
`;
const COUNT = "SELECT count(*)::int AS n FROM duty_rules WHERE organisation_id = $1 AND state = 'ACTIVE'";
const MEMBERS = 'SELECT count(*)::int AS n FROM members WHERE organisation_id = $1 AND id = ANY($2) AND active';
const UNIT = 'SELECT count(*)::int AS n FROM units WHERE organisation_id = $1 AND id = $2';

/** Rules of duties. Whoever changes one, or makes its duties, holds it: a period has one duty, whoever sweeps. */
@Injectable()
export class DutyRuleRepository {
  private readonly table: AggregateTable<DutyRule, DutyRuleEvent>;

  constructor(
    private readonly database: Database,
    private readonly duties: DutyRepository,
    records: ChangeRecords,
  ) {
    const definition = { table: 'duty_rules', kind: 'duty-rule', columnsOf: dutyRuleColumns, toPublished: () => null };
    this.table = new AggregateTable(definition, records);
  }

  /** Adds a rule, and makes what is due of it. @throws MalformedError, `congress.not-found`, `congress.too-many-duty-rules` */
  async define(request: ChangeRequest, facts: DutyRuleFacts): Promise<string> {
    const { organisationId } = request.actor;
    return this.database.transaction(async (tx) => {
      await lockOrganisation(tx, organisationId);
      if ((await counted(tx, COUNT, [organisationId])) >= DUTY_LIMITS.rules) throw CongressErrors.tooManyDutyRules(DUTY_LIMITS.rules);
      const { today } = await this.duties.dayOf(tx, organisationId);
      const made = defineDutyRule({ id: randomUUID(), organisationId }, facts, today);
      await assertThere(tx, organisationId, made.after.responsible);
      await this.table.insert(tx, request, made);
      await this.duties.makeDue(tx, request, made.after);
      return made.after.id;
    });
  }

  /** Amends a rule: what is open of it follows. @throws as {@link define}, `congress.outdated`, `congress.duty-rule-state` */
  async amend(request: VersionedUpdateRequest, by: Authority, facts: DutyRuleFacts): Promise<void> {
    const { organisationId } = request.actor;
    await this.database.transaction(async (tx) => {
      const before = await lockedRule(tx, request);
      const { today } = await this.duties.dayOf(tx, organisationId);
      const made = amendDutyRule(before, by, facts, today);
      assertCurrent(before, request.read);
      await assertThere(tx, organisationId, made.after.responsible);
      await this.table.update(tx, request, before, made);
      await this.duties.follow(tx, request, made.after);
      await this.duties.makeDue(tx, request, made.after);
    });
  }

  /** Stops a rule: what is open of it is owed no longer. @throws `congress.not-found`, `congress.outdated`, `congress.duty-rule-state` */
  async stop(request: VersionedUpdateRequest, by: Authority, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await lockedRule(tx, request);
      const made = stopDutyRule(before, by, reason);
      assertCurrent(before, request.read);
      await this.table.update(tx, request, before, made);
      await this.duties.waiveOpen(tx, request, by, made.after);
    });
  }

  /** Some of the rules that make duties, by id, after the one given. */
  active(after: string = BEFORE_ALL): Promise<{ id: string; organisationId: string }[]> {
    return this.database.query<{ id: string; organisationId: string }>(ACTIVE, [after]);
  }

  /** Makes what is due of a rule, unless somebody else is at it. @returns how many duties were made */
  async makeDue({ id, organisationId }: { readonly id: string; readonly organisationId: string }): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<DutyRuleRow>(FREE, [id, organisationId]);
      if (!row) return 0;
      return this.duties.makeDue(tx, { actor: { organisationId, memberId: null }, action: 'make-duty' }, toDutyRule(row));
    });
  }
}

async function lockedRule(tx: Transaction, { id, actor }: VersionedUpdateRequest): Promise<DutyRule> {
  const [row] = await tx.query<DutyRuleRow>(LOCKED, [id, actor.organisationId]);
  if (!row) throw CongressErrors.notFound('duty-rule');
  return toDutyRule(row);
}

async function assertThere(tx: Transaction, organisationId: string, { memberIds, unitId }: DutyResponsible): Promise<void> {
  if ((await counted(tx, MEMBERS, [organisationId, memberIds])) < memberIds.length) throw CongressErrors.notFound('member');
  if (unitId !== null && (await counted(tx, UNIT, [organisationId, unitId])) === 0) throw CongressErrors.notFound('unit');
}

const counted = async (tx: Transaction, sql: string, values: readonly unknown[]): Promise<number> =>
  (await tx.query<{ n: number }>(sql, [...values]))[0]?.n ?? 0;
