import type { DutyResponsible } from '@plenum/congress-domain';
import type { Queryable } from '@plenum/database';
import type { DutyNameResponse, DutyResponsibleResponse } from './duties.responses.js';

const NAMES = `
  SELECT id, name FROM members WHERE organisation_id = $1 AND id = ANY($2)
  UNION ALL SELECT id, name FROM units WHERE organisation_id = $1 AND id = ANY($2)
  UNION ALL SELECT id, title AS name FROM sessions WHERE organisation_id = $1 AND id = ANY($2)
  UNION ALL SELECT ballot_id AS id, title AS name FROM decided_motions WHERE organisation_id = $1 AND ballot_id = ANY($2)
`;

/** What people, units, sessions and resolutions are called. */
export interface DutyNames {
  of(id: string): DutyNameResponse;
  ofMaybe(id: string | null): DutyNameResponse | null;
  responsible(given: DutyResponsible): DutyResponsibleResponse;
}

/** Looks up what these are called, all at once. */
export async function dutyNames(from: Queryable, organisationId: string, ids: readonly (string | null)[]): Promise<DutyNames> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found = new Map((await from.query<DutyNameResponse>(NAMES, [organisationId, wanted])).map(({ id, name }) => [id, name]));
  const of = (id: string): DutyNameResponse => ({ id, name: found.get(id) ?? '' });
  const ofMaybe = (id: string | null) => (id === null ? null : of(id));
  return {
    of,
    ofMaybe,
    responsible: ({ memberIds, unitId, offices }) => ({ members: memberIds.map(of), unit: ofMaybe(unitId), offices: [...offices] }),
  };
}
