import type { Transaction } from '@plenum/database';
import type { Directory } from '@plenum/directory';
import { AccessErrors } from '../access/access.errors.js';

/** Refuses a suggested unit that is none of the organisation's; no suggestion is fine. @throws `proposals.unknown-unit` */
export async function assertUnitKnown(
  tx: Transaction,
  directory: Directory,
  organisationId: string,
  unitId: string | null | undefined,
): Promise<void> {
  if (!unitId) return;
  const unit = await directory.unit(tx, unitId);
  if (unit?.organisationId !== organisationId) throw AccessErrors.unknownUnit([unitId]);
}
