import { Injectable } from '@nestjs/common';
import { CongressErrors, type Member, type MemberChange, staffNoKey } from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { translated } from './constraints.js';
import { lockSessionsOf } from './locks.js';
import { memberPublished } from './member.publishing.js';
import { auditedMember, type MemberRow, toMember, toMemberRow } from './member.rows.js';
import type { UpdateRequest } from './update-request.js';

const SAVE = `
  INSERT INTO members (id, organisation_id, staff_no, name, mail, mobile, unit_id, active, standing, version)
  SELECT id, organisation_id, staff_no, name, mail, mobile, unit_id, active, standing, version FROM jsonb_to_recordset($1::jsonb)
    AS m (id uuid, organisation_id uuid, staff_no text, name text, mail text, mobile text, unit_id uuid, active boolean,
      standing text, version integer)
  ON CONFLICT (id)
  DO UPDATE SET name = excluded.name, mail = excluded.mail, mobile = excluded.mobile, unit_id = excluded.unit_id, active = excluded.active,
    standing = excluded.standing, version = excluded.version
`;

// In either case it is the same number; the constraint of the table, which is older, knows them as they were typed.
const SAME_NUMBER = 'SELECT FROM members WHERE organisation_id = $1 AND upper(staff_no) = $2 LIMIT 1';

/** Members of organisations: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class MemberRepository {
  constructor(
    private readonly database: Database,
    private readonly records: ChangeRecords,
  ) {}

  /** Adds a registered member. @throws `congress.member-exists`, `congress.not-found` for an unknown unit */
  async add(request: ChangeRequest, registered: MemberChange): Promise<void> {
    const { organisationId, staffNo } = registered.state;
    await this.database.transaction(async (tx) => {
      const same = await tx.query<unknown>(SAME_NUMBER, [organisationId, staffNoKey(staffNo)]);
      if (same.length > 0) throw CongressErrors.memberExists(staffNo);
      await this.save(tx, request, null, registered);
    });
  }

  /**
   * Changes one member of the request's organisation; `also` does what else belongs to it in the same transaction.
   * @throws `congress.not-found` and what the change throws.
   */
  async update(
    request: UpdateRequest,
    change: (member: Member) => MemberChange,
    also?: (tx: Transaction, member: Member) => Promise<void>,
  ): Promise<void> {
    const {
      id,
      actor: { organisationId },
    } = request;
    await this.database.transaction(async (tx) => {
      await lockSessionsOf(tx, organisationId); // Seats may follow.
      const [row] = await tx.query<MemberRow>('SELECT * FROM members WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE', [
        id,
        organisationId,
      ]);
      if (!row) throw CongressErrors.notFound('member');
      const made = change(toMember(row));
      await this.save(tx, request, row, made);
      await also?.(tx, made.state);
    });
  }

  /** Saves what became of several members in the transaction of a larger change, with their events; that change writes the audit row. */
  async saveAll(tx: Transaction, { actor }: Pick<ChangeRequest, 'actor'>, changes: readonly MemberChange[]): Promise<void> {
    const changed = changes.filter(({ events }) => events.length > 0);
    if (changed.length === 0) return;
    await tx.query(SAVE, [JSON.stringify(changed.map(({ state }) => toMemberRow(state)))]);
    await this.records.publish(
      tx,
      changed.flatMap(({ events }) => events.map((event) => memberPublished(event, actor.memberId))),
    );
  }

  private async save(tx: Transaction, request: ChangeRequest, before: MemberRow | null, made: MemberChange): Promise<void> {
    if (made.events.length === 0) return;
    const { id, staffNo } = made.state;
    const refusals = {
      members_staff_no: () => CongressErrors.memberExists(staffNo),
      members_unit: () => CongressErrors.notFound('unit'),
    };
    const after = toMemberRow(made.state);
    await translated(refusals, () => tx.query(SAVE, [JSON.stringify([after])]));
    const events = made.events.map((event) => memberPublished(event, request.actor.memberId));
    await this.records.write(tx, request, {
      subject: { kind: 'member', id },
      before: before && auditedMember(before),
      after: auditedMember(after),
      events,
    });
  }
}
