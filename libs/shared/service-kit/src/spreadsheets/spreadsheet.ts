/** A cell: a text, or a number as it was saved. */
export type SpreadsheetCell = string | { readonly number: string };

/** A range of cells that was made one; rows and columns count from 0. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The one table of a file: its cells as they were saved, and the ranges that are one cell. */
export interface Spreadsheet {
  readonly cells: readonly (readonly SpreadsheetCell[])[];
  readonly merged: readonly MergedRange[];
}

/** What a file may hold at most; empty rows count. */
export interface SpreadsheetLimits {
  readonly rows: number;
  readonly columns: number;
}

/** Why a file cannot be read as a table. */
export type UnreadableSpreadsheet =
  'password-protected' | 'old-workbook' | 'not-a-text' | 'not-a-table' | 'not-a-workbook' | 'too-large' | 'too-many-cells';

/** The refusal in the words of who reads it; the row is where that was seen, from 1. */
export type RefuseSpreadsheet = (reason: UnreadableSpreadsheet, where?: { readonly row?: number }) => Error;
