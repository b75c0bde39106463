import type { RosterColumn, RosterFaultReason, RosterRowState } from '@plenum/congress-domain';

export class RosterSummary {
  new!: number;
  changed!: number;
  unchanged!: number;
  refused!: number;
}

/** What is wrong with a cell. */
export class RosterFaultResponse {
  column!: RosterColumn;
  reason!: RosterFaultReason;
}

/** The cells of a row, in the columns that the file has. */
export class RosterValues {
  staffNo?: string;
  name?: string;
  unit?: string;
  email?: string;
  standing?: string;
  delegation?: string;
  kind?: string;
}

export class RosterRowResponse {
  /** The row in the file; the header is row 1. */
  row!: number;
  state!: RosterRowState;
  faults!: RosterFaultResponse[];
  /** For a changed row, the columns in which it differs from what is known. */
  changed!: RosterColumn[];
  values!: RosterValues;
}

/** A name that the roster gives and that is not there. */
export class RosterMissingName {
  name!: string;
  /** In how many rows it stands. */
  rows!: number;
  /** Whether confirming the roster sets it up. */
  wanted!: boolean;
}

export class RosterMissing {
  units!: RosterMissingName[];
  delegations!: RosterMissingName[];
}

/** A roster as it was uploaded, and what confirming it does, or did. */
export class RosterImportResponse {
  importId!: string;
  sessionId!: string | null;
  fileName!: string;
  uploadedAt!: string;
  /** Null until it is confirmed: nothing of it has been written. */
  confirmedAt!: string | null;
  summary!: RosterSummary;
  rows!: RosterRowResponse[];
  missing!: RosterMissing;
}
