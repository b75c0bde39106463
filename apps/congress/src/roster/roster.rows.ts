import type { RosterCreations, RosterLine, RosterRow } from '@plenum/congress-domain';

/** A row of `roster_imports`. */
export interface RosterImportRow {
  readonly id: string;
  readonly session_id: string | null;
  readonly file_name: string;
  readonly uploaded_at: Date;
  readonly confirmed_at: Date | null;
  readonly lines: readonly RosterLine[];
  readonly rows: readonly RosterRow[];
  readonly creations: RosterCreations;
  readonly version: number;
}

/** A roster as it was uploaded and checked. */
export interface RosterImport {
  readonly id: string;
  readonly sessionId: string | null;
  readonly fileName: string;
  readonly uploadedAt: Date;
  readonly confirmedAt: Date | null;
  readonly lines: readonly RosterLine[];
  readonly rows: readonly RosterRow[];
  readonly creations: RosterCreations;
  readonly version: number;
}

export const toRosterImport = (row: RosterImportRow): RosterImport => ({
  id: row.id,
  sessionId: row.session_id,
  fileName: row.file_name,
  uploadedAt: row.uploaded_at,
  confirmedAt: row.confirmed_at,
  lines: row.lines,
  rows: row.rows,
  creations: row.creations,
  version: row.version,
});
