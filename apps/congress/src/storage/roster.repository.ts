import { Injectable } from '@nestjs/common';
import { CongressErrors, type RosterRow, summaryOf } from '@plenum/congress-domain';
import { Clock } from '@plenum/kernel';
import { AuditTrail, Database } from '@plenum/service-kit';
import type { EntityManager } from 'typeorm';
import type { Deed } from './deed.js';
import { type LoadedRoster, loadRoster } from './roster.context.js';
import { type RosterImport, type RosterImportRow, toRosterImport } from './roster.rows.js';

const FORGOTTEN = `DELETE FROM roster_imports WHERE organisation_id = $1 AND confirmed_at IS NULL AND uploaded_at < $2::timestamptz - interval '7 days'`;

/** A roster as it comes in. */
export type UploadedRoster = Pick<RosterImport, 'id' | 'sessionId' | 'fileName' | 'lines'>;

/** Rosters, from their upload to their confirmation. */
@Injectable()
export class RosterRepository {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Keeps a roster with its preview; ones that nobody confirmed within a week are forgotten. @throws as {@link loadRoster} */
  async add(deed: Deed, roster: UploadedRoster, check: (loaded: LoadedRoster) => readonly RosterRow[]): Promise<void> {
    const { id, sessionId, fileName, lines } = roster;
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const rows = check(await loadRoster(tx, deed.organisationId, sessionId, lines));
      await tx.query(FORGOTTEN, [deed.organisationId, now]);
      await tx.query(
        `INSERT INTO roster_imports (id, organisation_id, session_id, file_name, uploaded_by, uploaded_at, lines, rows) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, deed.organisationId, sessionId, fileName, deed.actor, now, JSON.stringify(lines), JSON.stringify(rows)],
      );
      await this.audit.append(tx, { ...deed, subject: { kind: 'roster', id }, after: { sessionId, summary: summaryOf(rows) } });
    });
  }

  /**
   * Confirms a roster once; again is no change. `recheck` answers what the lines would do now: when that differs from the
   * preview, the preview is renewed instead and nothing is written.
   * @throws `congress.not-found`, `congress.roster-outdated`, and as {@link loadRoster}.
   */
  async confirm(
    deed: Deed,
    id: string,
    recheck: (roster: RosterImport, loaded: LoadedRoster) => { readonly rows: readonly RosterRow[]; readonly differing: readonly number[] },
    write: (tx: EntityManager, roster: RosterImport, loaded: LoadedRoster) => Promise<void>,
  ): Promise<void> {
    const differing = await this.database.transaction(async (tx) => {
      const [row]: RosterImportRow[] = await tx.query('SELECT * FROM roster_imports WHERE id = $1 AND organisation_id = $2 FOR UPDATE', [id, deed.organisationId]);
      if (!row) throw CongressErrors.notFound('roster');
      if (row.confirmed_at) return [];
      const roster = toRosterImport(row);
      const loaded = await loadRoster(tx, deed.organisationId, roster.sessionId, roster.lines);
      const now = recheck(roster, loaded);
      if (now.differing.length > 0) {
        await tx.query('UPDATE roster_imports SET rows = $2 WHERE id = $1', [id, JSON.stringify(now.rows)]);
        return now.differing;
      }
      await write(tx, roster, loaded);
      await tx.query('UPDATE roster_imports SET confirmed_at = $2 WHERE id = $1', [id, this.clock.now()]);
      await this.audit.append(tx, { ...deed, subject: { kind: 'roster', id }, after: { sessionId: roster.sessionId, summary: summaryOf(roster.rows) } });
      return [];
    });
    // Thrown behind the commit, which renewed the preview.
    if (differing.length > 0) throw CongressErrors.rosterOutdated(differing.slice(0, ROWS_NAMED_MAX).map(String));
  }
}

const ROWS_NAMED_MAX = 100; // The renewed preview has them all.
