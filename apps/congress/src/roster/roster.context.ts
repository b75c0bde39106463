import {
  assertSessionState,
  CongressErrors,
  type DelegateKind,
  type KnownMember,
  type RosterContext,
  type RosterLine,
  type SessionState,
  staffNoKey,
} from '@plenum/congress-domain';
import type { Transaction } from '@plenum/database';
import { lockMembersOf, lockOrganisation, lockSessionsOf } from '../storage/locks.js';
import type { MemberRow } from '../storage/member.rows.js';

type KnownRow = MemberRow & { readonly seat_kind: DelegateKind | null; readonly seat_delegation_id: string | null };

/** What a roster is checked against, and the members it names as they are kept. */
export interface LoadedRoster {
  readonly context: RosterContext;
  readonly members: ReadonlyMap<string, MemberRow>;
}

/** Locks what a confirmed roster writes, before it is checked for the last time: what is checked is what is then changed. */
export async function lockForRoster(tx: Transaction, organisationId: string, lines: readonly RosterLine[]): Promise<void> {
  await lockOrganisation(tx, organisationId); // Two rosters at once may set up the same units, or bring the same people in another order.
  await lockSessionsOf(tx, organisationId);
  await lockMembersOf(tx, organisationId, staffNosOf(lines));
}

/**
 * Loads what the check of these lines needs.
 * @throws `congress.not-found` for a session of another organisation, `congress.session-state` for one that is over.
 */
export async function loadRoster(
  tx: Transaction,
  organisationId: string,
  sessionId: string | null,
  lines: readonly RosterLine[],
): Promise<LoadedRoster> {
  if (sessionId !== null) await assertSeatable(tx, organisationId, sessionId);
  const rows = await tx.query<KnownRow>(
    `
SELECT m.*, s.kind AS seat_kind, s.delegation_id AS seat_delegation_id
FROM members m
LEFT JOIN seats s ON s.member_id = m.id AND s.session_id = $3
      WHERE m.organisation_id = $1 AND upper(m.staff_no) = ANY($2) ORDER BY m.id
    `,
    [organisationId, staffNosOf(lines), sessionId],
  );
  const units = await tx.query<RosterContext['units'][number]>('SELECT id, code, name FROM units WHERE organisation_id = $1', [
    organisationId,
  ]);
  const delegations =
    sessionId === null
      ? null
      : await tx.query<{ id: string; name: string }>('SELECT id, name FROM delegations WHERE session_id = $1', [sessionId]);
  return {
    context: { members: new Map(rows.map((row) => [staffNoKey(row.staff_no), toKnown(row)])), units, delegations },
    members: new Map(rows.map((row) => [row.id, row])),
  };
}

async function assertSeatable(tx: Transaction, organisationId: string, sessionId: string): Promise<void> {
  const [session] = await tx.query<{ state: SessionState }>('SELECT state FROM sessions WHERE id = $1 AND organisation_id = $2', [
    sessionId,
    organisationId,
  ]);
  if (!session) throw CongressErrors.notFound('session');
  assertSessionState(session, 'SET_UP', 'OPEN');
}

const staffNosOf = (lines: readonly RosterLine[]): string[] => [...new Set(lines.map(({ values }) => staffNoKey(values.staffNo ?? '')))];

const toKnown = ({ id, name, mail, mobile, unit_id, active, standing, seat_kind, seat_delegation_id }: KnownRow): KnownMember => ({
  memberId: id,
  name,
  mail,
  mobile,
  unitId: unit_id,
  active,
  standing,
  seat: seat_kind === null ? null : { kind: seat_kind, delegationId: seat_delegation_id },
});
