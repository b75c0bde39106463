import { Injectable } from '@nestjs/common';
import { CongressErrors, type RosterCreation, type RosterRow, summaryOf } from '@plenum/congress-domain';
import { type Actor, Database } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { type RosterImportRow, toRosterImport } from '../storage/roster.rows.js';
import type { RosterImportResponse, RosterMissingName, RosterRowResponse } from './roster.responses.js';

const IMPORT = `SELECT id, session_id, file_name, uploaded_at, confirmed_at, '[]'::jsonb AS lines, rows, creations FROM roster_imports WHERE id = $1 AND organisation_id = $2`;

/** A roster as the secretariat looks at it. */
@Injectable()
export class RosterQuery {
  constructor(
    private readonly database: Database,
    private readonly authority: Authority,
  ) {}

  /** @throws `congress.not-found`, `congress.forbidden` */
  async one(actor: Actor, importId: string): Promise<RosterImportResponse> {
    const [row] = await this.database.query<RosterImportRow>(IMPORT, [importId, actor.organisationId]);
    if (!row) throw CongressErrors.notFound('roster');
    await this.authority.runsOrganisation(actor);
    const { id, sessionId, fileName, uploadedAt, confirmedAt, rows, creations } = toRosterImport(row);
    return {
      importId: id,
      sessionId,
      fileName,
      uploadedAt: uploadedAt.toISOString(),
      confirmedAt: confirmedAt?.toISOString() ?? null,
      summary: summaryOf(rows),
      rows: rows.map(shown),
      missing: { units: creations.units.map(named), delegations: creations.delegations.map(named) },
    };
  }
}

const shown = ({ row, state, faults, changed, values }: RosterRow): RosterRowResponse => ({ row, state, faults: [...faults], changed: [...changed], values });

const named = ({ name, rows, wanted }: RosterCreation): RosterMissingName => ({ name, rows, wanted });
