import type { RosterColumn, RosterFaultReason, RosterFolding, RosterRowState } from '@plenum/congress-domain';

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
  /** The character that is meant, where it is one. */
  character?: string;
}

/** A cell that was read as something else than it says. */
export class RosterFoldedCell {
  column!: RosterColumn;
  from!: string;
  to!: string;
  foldings!: RosterFolding[];
}

/** The cells of a row, in the columns that the file has. */
export class RosterValues {
  staffNo?: string;
  name?: string;
  unit?: string;
  email?: string;
  mobile?: string;
  standing?: string;
  delegation?: string;
  kind?: string;
}

export class RosterRowResponse {
  /** The row in the file, which counts from 1. */
  row!: number;
  state!: RosterRowState;
  faults!: RosterFaultResponse[];
  /** For a changed row, the columns in which it differs from what is known. */
  changed!: RosterColumn[];
  values!: RosterValues;
  folded!: RosterFoldedCell[];
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

/** Somebody who belongs to the organisation and whom the roster does not name. */
export class RosterUnnamedMember {
  memberId!: string;
  staffNo!: string;
  name!: string;
  unitName!: string | null;
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
  /** Who may have left: nothing of them changes by the import. */
  unnamed!: RosterUnnamedMember[];
  /** Goes with a choice and with the confirmation, which are refused where the preview was renewed since. */
  version!: number;
}
