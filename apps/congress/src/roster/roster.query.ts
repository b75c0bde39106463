import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CongressErrors, missingMembers, type RosterCreation, type RosterRow, summaryOf } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import type { RosterImportResponse, RosterMissingName, RosterRowResponse, RosterUnnamedMember } from './roster.responses.js';
import { type RosterImportRow, toRosterImport } from './roster.rows.js';

const IMPORT = `
  SELECT id, session_id, file_name, uploaded_at, confirmed_at, '[]'::jsonb AS lines, rows, creations, version
  FROM roster_imports
  WHERE id = $1 AND organisation_id = $2
`;

const MEMBERS = `
SELECT m.id AS "memberId", m.staff_no AS "staffNo", m.name, u.name AS "unitName" FROM members m LEFT JOIN units u ON u.id = m.unit_id
  WHERE m.organisation_id = $1 AND m.active ORDER BY m.staff_no
`;

/** A roster as the secretariat looks at it. */
export class RosterPreview extends Query<RosterImportResponse> {
  constructor(
    readonly actor: Actor,
    readonly importId: string,
  ) {
    super();
  }
}

@QueryHandler(RosterPreview)
export class RosterPreviewHandler implements IQueryHandler<RosterPreview> {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** @throws `congress.not-found`, `congress.forbidden` */
  async execute({ actor, importId }: RosterPreview): Promise<RosterImportResponse> {
    await this.permissions.assertAllowed(actor, 'read-roster', importId);
    const [row] = await this.database.query<RosterImportRow>(IMPORT, [importId, actor.organisationId]);
    if (!row) throw CongressErrors.notFound('roster');
    const { id, sessionId, fileName, uploadedAt, confirmedAt, rows, creations, version } = toRosterImport(row);
    const members = await this.database.query<RosterUnnamedMember>(MEMBERS, [actor.organisationId]);
    return {
      importId: id,
      sessionId,
      fileName,
      uploadedAt: uploadedAt.toISOString(),
      confirmedAt: confirmedAt?.toISOString() ?? null,
      summary: summaryOf(rows),
      rows: rows.map(shown),
      missing: { units: creations.units.map(named), delegations: creations.delegations.map(named) },
      version,
      unnamed: [...missingMembers(rows, members)],
    };
  }
}

const shown = ({ row, state, faults, changed, values, folded = [] }: RosterRow): RosterRowResponse => ({
  row,
  state,
  faults: [...faults],
  changed: [...changed],
  values,
  folded: folded.map(({ foldings, ...cell }) => ({ ...cell, foldings: [...foldings] })),
});

const named = ({ name, rows, wanted }: RosterCreation): RosterMissingName => ({ name, rows, wanted });
