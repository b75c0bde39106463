import type { Transaction } from '@plenum/database';

/*
 * Who locks several things locks them in one order: the organisation, its sessions by id, members by id, units, and what hangs on them.
 * All locks leave the keys free (NO KEY): a row that only refers to one of them, as a new office to its organisation, waits for nobody.
 */

/**
 * Others who ask for it wait: what is asked of a whole organisation and then written is done by one at a time. @returns whether there is
 * such an organisation
 */
export async function lockOrganisation(tx: Transaction, organisationId: string): Promise<boolean> {
  const found = await tx.query<unknown>('SELECT id FROM organisations WHERE id = $1 FOR NO KEY UPDATE', [organisationId]);
  return found.length > 0;
}

/** Locks one session of the organisation: it neither opens nor closes meanwhile. @returns whether there is such a session */
export async function lockSession(tx: Transaction, sessionId: string, organisationId: string): Promise<boolean> {
  const found = await tx.query<unknown>('SELECT id FROM sessions WHERE id = $1 AND organisation_id = $2 FOR NO KEY UPDATE', [
    sessionId,
    organisationId,
  ]);
  return found.length > 0;
}

/**
 * Locks every session that is not over, before any member: whose seat follows, and in which of them, is known only behind the members'
 * locks.
 */
export async function lockSessionsOf(tx: Transaction, organisationId: string): Promise<void> {
  await tx.query("SELECT FROM sessions WHERE organisation_id = $1 AND state <> 'CLOSED' ORDER BY id FOR NO KEY UPDATE", [organisationId]);
}

/** Locks the members of these numbers, as {@link staffNoKey} writes them. */
export async function lockMembersOf(tx: Transaction, organisationId: string, staffNoKeys: readonly string[]): Promise<void> {
  await tx.query('SELECT FROM members WHERE organisation_id = $1 AND upper(staff_no) = ANY($2) ORDER BY id FOR NO KEY UPDATE', [
    organisationId,
    staffNoKeys,
  ]);
}
