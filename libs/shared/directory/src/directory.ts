import { Injectable } from '@nestjs/common';
import type { DelegateKind, Office } from '@plenum/contracts';
import type { Queryable } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import type {
  DirectoryAttendance,
  DirectoryCalendar,
  DirectoryDelegate,
  DirectoryDelegation,
  DirectoryMember,
  DirectoryOrganisation,
  DirectorySession,
  DirectoryUnit,
  HeldOffice,
  OfficeScope,
} from './directory.types.js';

const ORGANISATION = 'id, code, name, level, parent_id AS "parentId"';
const UNIT = 'id, organisation_id AS "organisationId", code, name';
const MEMBER =
  'id, organisation_id AS "organisationId", staff_no AS "staffNo", name, mail, unit_id AS "unitId", active, standing, has_vote AS "hasVote"';
const SESSION = `id, organisation_id AS "organisationId", term_no AS "termNo", session_no AS "sessionNo", title,
  opens_at AS "opensAt", closes_at AS "closesAt", quorum, opened_at AS "openedAt", closed_at AS "closedAt"`;
const DELEGATION = 'id, organisation_id AS "organisationId", session_id AS "sessionId", name, head_member_id AS "headMemberId"';
const DELEGATE = `s.session_id AS "sessionId", s.member_id AS "memberId", s.organisation_id AS "organisationId",
  s.delegation_id AS "delegationId", s.kind, m.name, m.staff_no AS "staffNo"`;
const OFFICE = 'o.id, o.member_id AS "memberId", o.office, o.session_id AS "sessionId", o.unit_id AS "unitId", o.chief';

// Who has left the organisation holds no office; who is not known yet may.
const HELD = 'directory_offices o LEFT JOIN directory_members m ON m.id = o.member_id WHERE o.held AND m.active IS NOT FALSE';

/**
 * Who there is, as the congress service last told: each service's own copy, read without asking anybody.
 * It may lag by the time an event travels; ids of other organisations are found too, so compare `organisationId`.
 */
@Injectable()
export class Directory {
  organisation(from: Queryable, id: string): Promise<DirectoryOrganisation | null> {
    return first(from, `SELECT ${ORGANISATION} FROM directory_organisations WHERE id = $1`, [id]);
  }

  /** The organisation's days off and working days; empty where it changes nothing in the public calendar. */
  async calendar(from: Queryable, organisationId: string): Promise<DirectoryCalendar> {
    const sql = 'SELECT zone, days_off AS "daysOff", working_days AS "workingDays" FROM directory_calendars WHERE organisation_id = $1';
    return (await first<DirectoryCalendar>(from, sql, [organisationId])) ?? {};
  }

  unit(from: Queryable, id: string): Promise<DirectoryUnit | null> {
    return first(from, `SELECT ${UNIT} FROM directory_units WHERE id = $1`, [id]);
  }

  /** The units of an organisation, by code. */
  units(from: Queryable, organisationId: string): Promise<DirectoryUnit[]> {
    return all(from, `SELECT ${UNIT} FROM directory_units WHERE organisation_id = $1 ORDER BY code, id`, [organisationId]);
  }

  member(from: Queryable, id: string): Promise<DirectoryMember | null> {
    return first(from, `SELECT ${MEMBER} FROM directory_members WHERE id = $1`, [id]);
  }

  /** Those of the members that are known, in no order. */
  membersByIds(from: Queryable, ids: readonly string[]): Promise<DirectoryMember[]> {
    return all(from, `SELECT ${MEMBER} FROM directory_members WHERE id = ANY($1)`, [ids]);
  }

  /** Everybody who works in the organisation now, by staff number. */
  activeMembers(from: Queryable, organisationId: string): Promise<DirectoryMember[]> {
    return all(from, `SELECT ${MEMBER} FROM directory_members WHERE organisation_id = $1 AND active ORDER BY staff_no, id`, [
      organisationId,
    ]);
  }

  /** A session, from the moment its set-up is known. */
  session(from: Queryable, id: string): Promise<DirectorySession | null> {
    return first(from, `SELECT ${SESSION} FROM directory_sessions WHERE id = $1 AND version > 0`, [id]);
  }

  delegation(from: Queryable, id: string): Promise<DirectoryDelegation | null> {
    return first(from, `SELECT ${DELEGATION} FROM directory_delegations WHERE id = $1`, [id]);
  }

  /** The delegations of a session with their heads, by name. */
  delegations(from: Queryable, sessionId: string): Promise<DirectoryDelegation[]> {
    return all(from, `SELECT ${DELEGATION} FROM directory_delegations WHERE session_id = $1 ORDER BY name, id`, [sessionId]);
  }

  /** The seats of a session, by staff number: of full delegates, unless other kinds are asked for. */
  delegatesOf(from: Queryable, sessionId: string, kinds: readonly DelegateKind[] = ['DELEGATE']): Promise<DirectoryDelegate[]> {
    const sql = `SELECT ${DELEGATE} FROM directory_seats s LEFT JOIN directory_members m ON m.id = s.member_id
      WHERE s.session_id = $1 AND s.seated AND s.kind = ANY($2) ORDER BY m.staff_no, s.member_id`;
    return all(from, sql, [sessionId, kinds]);
  }

  /**
   * The full delegates of a session who have the vote: its roll, by staff number. Who is not known yet as a member is on it: they were
   * seated as a full delegate.
   */
  async votingDelegatesOf(from: Queryable, sessionId: string): Promise<readonly string[]> {
    const sql = `SELECT s.member_id AS id FROM directory_seats s LEFT JOIN directory_members m ON m.id = s.member_id
      WHERE s.session_id = $1 AND s.seated AND s.kind = 'DELEGATE' AND m.has_vote IS NOT FALSE ORDER BY m.staff_no, s.member_id`;
    return (await all<{ id: string }>(from, sql, [sessionId])).map(({ id }) => id);
  }

  /** The heads of a session's delegations who have the vote, by staff number; who heads two is named once. */
  async votingHeadsOf(from: Queryable, sessionId: string): Promise<readonly string[]> {
    const sql = `SELECT m.id FROM directory_members m WHERE m.active AND m.has_vote
      AND m.id IN (SELECT head_member_id FROM directory_delegations WHERE session_id = $1) ORDER BY m.staff_no, m.id`;
    return (await all<{ id: string }>(from, sql, [sessionId])).map(({ id }) => id);
  }

  /** A member's seat in a session, of whatever kind; null when there is none. */
  seat(from: Queryable, memberId: string, sessionId: string): Promise<DirectoryDelegate | null> {
    const sql = `SELECT ${DELEGATE} FROM directory_seats s LEFT JOIN directory_members m ON m.id = s.member_id
      WHERE s.session_id = $1 AND s.member_id = $2 AND s.seated`;
    return first(from, sql, [sessionId, memberId]);
  }

  /** Whether somebody is a full (voting) delegate of a session (正式代表). */
  async isDelegate(from: Queryable, memberId: string, sessionId: string): Promise<boolean> {
    return (await this.seat(from, memberId, sessionId))?.kind === 'DELEGATE';
  }

  /** 应到 and 实到 of a session: its full delegates, and those of them who are there. */
  async attendance(from: Queryable, sessionId: string): Promise<DirectoryAttendance> {
    const rows = await all<{ memberId: string; present: boolean | null }>(
      from,
      `SELECT s.member_id AS "memberId", a.present FROM directory_seats s
         LEFT JOIN directory_attendance a ON a.session_id = s.session_id AND a.member_id = s.member_id
        WHERE s.session_id = $1 AND s.seated AND s.kind = 'DELEGATE' ORDER BY s.member_id`,
      [sessionId],
    );
    return { entitled: rows.length, presentMemberIds: rows.filter(({ present }) => present).map(({ memberId }) => memberId) };
  }

  /** Those of the members who are there, whatever seat they have in the session. */
  async presentAmong(from: Queryable, sessionId: string, memberIds: readonly string[]): Promise<readonly string[]> {
    const rows = await all<{ id: string }>(
      from,
      'SELECT member_id AS id FROM directory_attendance WHERE session_id = $1 AND member_id = ANY($2) AND present ORDER BY member_id',
      [sessionId, memberIds],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Whether somebody holds (one of) the office(s) for what is asked about. An organisation-wide office counts for every
   * session and unit of it; one bound to a session or unit counts only when that one is named.
   */
  async holdsOffice(
    from: Queryable,
    actor: Actor,
    office: Office | readonly Office[],
    { sessionId = null, unitId = null }: OfficeScope = {},
  ): Promise<boolean> {
    const sql = `SELECT 1 FROM ${HELD} AND o.member_id = $1 AND o.organisation_id = $2 AND o.office = ANY($3)
      AND (o.session_id IS NULL OR o.session_id = $4) AND (o.unit_id IS NULL OR o.unit_id = $5) LIMIT 1`;
    return (await first(from, sql, [actor.memberId, actor.organisationId, [office].flat(), sessionId, unitId])) !== null;
  }

  /** Who holds (one of) the office(s), scoped as in {@link holdsOffice}. A member with two of them comes twice. */
  officeHolders(
    from: Queryable,
    office: Office | readonly Office[],
    { organisationId, sessionId = null, unitId = null }: OfficeScope & { readonly organisationId: string },
  ): Promise<HeldOffice[]> {
    const sql = `SELECT ${OFFICE} FROM ${HELD} AND o.organisation_id = $1 AND o.office = ANY($2)
      AND (o.session_id IS NULL OR o.session_id = $3) AND (o.unit_id IS NULL OR o.unit_id = $4) ORDER BY o.chief DESC, o.id`;
    return all(from, sql, [organisationId, [office].flat(), sessionId, unitId]);
  }

  /** All the offices that somebody holds, whatever they are bound to. */
  officesOf(from: Queryable, { memberId, organisationId }: Actor): Promise<HeldOffice[]> {
    return all(from, `SELECT ${OFFICE} FROM ${HELD} AND o.member_id = $1 AND o.organisation_id = $2 ORDER BY o.office, o.id`, [
      memberId,
      organisationId,
    ]);
  }

  /** All the offices that somebody holds or held at any time. */
  officesEverOf(from: Queryable, { memberId, organisationId }: Actor): Promise<Pick<HeldOffice, 'office' | 'sessionId' | 'unitId'>[]> {
    return all(
      from,
      `
        SELECT office, session_id AS "sessionId", unit_id AS "unitId"
        FROM directory_offices
        WHERE member_id = $1 AND organisation_id = $2 AND office IS NOT NULL
        ORDER BY office, id
      `,
      [memberId, organisationId],
    );
  }
}

function all<R>(from: Queryable, sql: string, parameters: unknown[]): Promise<R[]> {
  return from.query<R>(sql, parameters);
}

async function first<R>(from: Queryable, sql: string, parameters: unknown[]): Promise<R | null> {
  return (await all<R>(from, sql, parameters))[0] ?? null;
}
