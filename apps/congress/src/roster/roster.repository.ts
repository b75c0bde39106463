import { Injectable } from '@nestjs/common';
import { assertCurrent, CongressErrors, type RosterCreations, type RosterRow, summaryOf } from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import type { UpdateRequest } from '../storage/update-request.js';
import { type LoadedRoster, loadRoster, lockForRoster } from './roster.context.js';
import { type RosterImport, type RosterImportRow, toRosterImport } from './roster.rows.js';

const FORGOTTEN = `
  DELETE
  FROM roster_imports
  WHERE organisation_id = $1 AND confirmed_at IS NULL AND uploaded_at < $2::timestamptz - interval '7 days'
`;

/** A roster as it comes in. */
export type UploadedRoster = Pick<RosterImport, 'id' | 'sessionId' | 'fileName' | 'lines'>;

/** What is done with a roster whose preview somebody looked at: the version that was read goes with it. */
export interface RosterUpdateRequest extends UpdateRequest {
  readonly read: number;
}

/** What a check of a roster came to. */
export interface CheckedRoster {
  readonly rows: readonly RosterRow[];
  readonly creations: RosterCreations;
}

/** Rosters, from their upload to their confirmation. */
@Injectable()
export class RosterRepository {
  constructor(
    private readonly database: Database,
    private readonly records: ChangeRecords,
    private readonly clock: Clock,
  ) {}

  /** Keeps a roster with its preview; ones that nobody confirmed within a week are forgotten. @throws as {@link loadRoster} */
  async add(request: ChangeRequest, roster: UploadedRoster, check: (loaded: LoadedRoster) => CheckedRoster): Promise<void> {
    const { id, sessionId, fileName, lines } = roster;
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const { rows, creations } = check(await loadRoster(tx, request.actor.organisationId, sessionId, lines));
      await tx.query(FORGOTTEN, [request.actor.organisationId, now]);
      await tx.query(
        `
          INSERT INTO roster_imports (id, organisation_id, session_id, file_name, uploaded_by, uploaded_at, lines, rows, creations, version)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
        `,
        [
          id,
          request.actor.organisationId,
          sessionId,
          fileName,
          request.actor.memberId,
          now,
          JSON.stringify(lines),
          JSON.stringify(rows),
          JSON.stringify(creations),
        ],
      );
      await this.records.write(tx, request, { subject: { kind: 'roster', id }, after: { sessionId, summary: summaryOf(rows) } });
    });
  }

  /**
   * Checks a roster anew that nobody confirmed yet. @throws `congress.not-found`, `congress.roster-outdated` once it is confirmed,
   * `congress.outdated`, and as {@link loadRoster}
   */
  async recheck(request: RosterUpdateRequest, check: (roster: RosterImport, loaded: LoadedRoster) => CheckedRoster): Promise<void> {
    await this.database.transaction(async (tx) => {
      const roster = await locked(tx, request);
      if (roster.confirmedAt) throw CongressErrors.rosterOutdated([]);
      assertCurrent(roster, request.read);
      await renew(tx, request.id, check(roster, await loadRoster(tx, request.actor.organisationId, roster.sessionId, roster.lines)));
    });
  }

  /**
   * Confirms a roster once; again is no change. `recheck` answers what the lines would do now: when that differs from the
   * preview, the preview is renewed instead and nothing is written.
   * @throws `congress.not-found`, `congress.outdated`, `congress.roster-outdated`, and as {@link loadRoster}.
   */
  async confirm(
    request: RosterUpdateRequest,
    recheck: (roster: RosterImport, loaded: LoadedRoster) => CheckedRoster & { readonly differing: readonly number[] },
    write: (tx: Transaction, roster: RosterImport, loaded: LoadedRoster) => Promise<void>,
  ): Promise<void> {
    const { id } = request;
    const differing = await this.database.transaction(async (tx) => {
      const roster = await locked(tx, request);
      if (roster.confirmedAt) return [];
      assertCurrent(roster, request.read);
      await lockForRoster(tx, request.actor.organisationId, roster.lines);
      const loaded = await loadRoster(tx, request.actor.organisationId, roster.sessionId, roster.lines);
      const now = recheck(roster, loaded);
      if (now.differing.length > 0) {
        await renew(tx, id, now);
        return now.differing;
      }
      await write(tx, roster, loaded);
      await tx.query('UPDATE roster_imports SET confirmed_at = $2 WHERE id = $1', [id, this.clock.now()]);
      await this.records.write(tx, request, {
        subject: { kind: 'roster', id },
        after: { sessionId: roster.sessionId, summary: summaryOf(roster.rows) },
      });
      return [];
    });
    // Thrown behind the commit, which renewed the preview.
    if (differing.length > 0) throw CongressErrors.rosterOutdated(differing.slice(0, ROWS_NAMED_MAX).map(String));
  }
}

async function locked(tx: Transaction, { id, actor: { organisationId } }: UpdateRequest): Promise<RosterImport> {
  const [row] = await tx.query<RosterImportRow>('SELECT * FROM roster_imports WHERE id = $1 AND organisation_id = $2 FOR UPDATE', [
    id,
    organisationId,
  ]);
  if (!row) throw CongressErrors.notFound('roster');
  return toRosterImport(row);
}

const renew = (tx: Transaction, id: string, { rows, creations }: CheckedRoster): Promise<unknown> =>
  tx.query('UPDATE roster_imports SET rows = $2, creations = $3, version = version + 1 WHERE id = $1', [
    id,
    JSON.stringify(rows),
    JSON.stringify(creations),
  ]);

const ROWS_NAMED_MAX = 100; // The renewed preview has them all.
