import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import { ProposalErrors } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { StorageErrors } from '../storage/storage.errors.js';
import type { SavedFilterAnswer } from './saved-filters.responses.js';

/** So many a person may keep. */
export const FILTERS_MAX = 20;

const FILTERS_LOCK = 386; // Any number that no other lock has.
const OWN = 'SELECT id, name, filter, version FROM saved_filters WHERE member_id = $1 AND organisation_id = $2 ORDER BY name, id';

/** The filters of one person: nobody else's are found. */
@Injectable()
export class SavedFilters {
  of(from: Queryable, { memberId, organisationId }: Actor): Promise<readonly SavedFilterAnswer[]> {
    return from.query<SavedFilterAnswer>(OWN, [memberId, organisationId]);
  }

  /** Those of the actor, which nobody changes until the transaction ends. */
  async lock(tx: Transaction, actor: Actor): Promise<readonly SavedFilterAnswer[]> {
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [FILTERS_LOCK, actor.memberId]);
    return this.of(tx, actor);
  }

  async add(tx: Transaction, { memberId, organisationId }: Actor, { id, name, filter, version }: SavedFilterAnswer): Promise<void> {
    await tx.query('INSERT INTO saved_filters (id, organisation_id, member_id, name, filter, version) VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      organisationId,
      memberId,
      name,
      JSON.stringify(filter),
      version,
    ]);
  }

  async rename(tx: Transaction, { id, name, version }: SavedFilterAnswer): Promise<void> {
    await tx.query('UPDATE saved_filters SET name = $2, version = $3 WHERE id = $1', [id, name, version]);
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query('DELETE FROM saved_filters WHERE id = $1', [id]);
  }
}

/** The one of these that is meant, as it was read. @throws `proposals.not-found`, `proposals.outdated` */
export function readAs(own: readonly SavedFilterAnswer[], id: string, read: number): SavedFilterAnswer {
  const found = own.find((one) => one.id === id.toLowerCase());
  if (!found) throw StorageErrors.notFound('filter', id);
  if (found.version !== read) throw ProposalErrors.outdated(found.version);
  return found;
}

/** That a name is free among these. @throws `proposals.filter-name-taken` */
export function assertFree(own: readonly SavedFilterAnswer[], name: string): void {
  if (own.some((one) => one.name === name)) throw ProposalErrors.filterNameTaken(name);
}
