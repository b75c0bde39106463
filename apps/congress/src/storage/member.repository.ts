import { Injectable } from '@nestjs/common';
import { CongressErrors, Member, staffNoKey } from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { Outbox } from '@plenum/messaging';
import { AuditTrail } from '@plenum/service-kit';
import { translated } from './constraints.js';
import type { Deed } from './deed.js';
import { lockSessionsOf } from './locks.js';
import { type MemberRow, toMember, toMemberRow } from './member.rows.js';
import { memberPublished } from './member.publishing.js';

const SAVE = `
  INSERT INTO members (id, organisation_id, staff_no, name, mail, unit_id, active, standing, version)
  SELECT id, organisation_id, staff_no, name, mail, unit_id, active, standing, version FROM jsonb_to_recordset($1::jsonb)
    AS m (id uuid, organisation_id uuid, staff_no text, name text, mail text, unit_id uuid, active boolean, standing text, version integer)
  ON CONFLICT (id)
  DO UPDATE SET name = excluded.name, mail = excluded.mail, unit_id = excluded.unit_id, active = excluded.active,
    standing = excluded.standing, version = excluded.version
`;

// In either case it is the same number; the constraint of the table, which is older, knows them as they were typed.
const SAME_NUMBER = 'SELECT FROM members WHERE organisation_id = $1 AND upper(staff_no) = $2 LIMIT 1';

/** Members of organisations, each change with its event and audit row. */
@Injectable()
export class MemberRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Adds a member that `register` makes. @throws `congress.member-exists`, `congress.not-found` for an unknown unit, and what `register`
   * throws.
   */
  async add(deed: Deed, register: () => Member): Promise<void> {
    return this.database.transaction(async (tx) => {
      const member = register();
      const same = await tx.query(SAME_NUMBER, [deed.organisationId, staffNoKey(member.state.staffNo)]);
      if (same.length > 0) throw CongressErrors.memberExists(member.state.staffNo);
      await this.refusing(member, () => this.save(tx, deed, member, null));
    });
  }

  /**
   * Changes one member of the deed's organisation; `also` does what else belongs to it in the same transaction.
   * @throws `congress.not-found` and what the change throws.
   */
  async update(
    deed: Deed,
    id: string,
    change: (member: Member) => void,
    also?: (tx: Transaction, member: Member) => Promise<void>,
  ): Promise<void> {
    return this.database.transaction(async (tx) => {
      await lockSessionsOf(tx, deed.organisationId); // Seats may follow.
      const [row] = await tx.query<MemberRow>('SELECT * FROM members WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE', [
        id,
        deed.organisationId,
      ]);
      if (!row) throw CongressErrors.notFound('member');
      const member = Member.restore(toMember(row));
      change(member);
      await this.refusing(member, () => this.save(tx, deed, member, row));
      await also?.(tx, member);
    });
  }

  /** Saves members that a deed changed in its own transaction, with their events; whoever does it writes the audit row. */
  async saveAll(tx: Transaction, { actor }: Pick<Deed, 'actor'>, members: readonly Member[]): Promise<void> {
    const changed = members.map((member) => ({ member, events: member.releaseEvents() })).filter(({ events }) => events.length > 0);
    if (changed.length === 0) return;
    await tx.query(SAVE, [JSON.stringify(changed.map(({ member }) => toMemberRow(member.state)))]);
    await this.outbox.append(
      tx,
      changed.flatMap(({ events }) => events.map((event) => memberPublished(event, actor))),
    );
  }

  private async save(tx: Transaction, deed: Deed, member: Member, before: MemberRow | null): Promise<void> {
    await this.saveAll(tx, deed, [member]);
    const after = toMemberRow(member.state);
    if (before?.version === after.version) return;
    await this.audit.append(tx, { ...deed, subject: { kind: 'member', id: after.id }, before, after });
  }

  private refusing<T>(member: Member, work: () => Promise<T>): Promise<T> {
    const refusals = {
      members_staff_no: () => CongressErrors.memberExists(member.state.staffNo),
      members_unit: () => CongressErrors.notFound('unit'),
    };
    return translated(refusals, work);
  }
}
