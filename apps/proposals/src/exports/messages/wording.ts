import type { ExportColumn, ExportTable } from '../tables/export-tables.js';

/** What an export says in a language. */
export interface ExportWords {
  readonly yes: string;
  readonly no: string;
  readonly tables: Readonly<Record<ExportTable, string>>;
  readonly columns: Readonly<Record<ExportColumn, string>>;
  /** Codes by the column that they stand in; what is no code stands for itself. */
  readonly values: Readonly<Partial<Record<ExportColumn, Readonly<Record<string, string>>>>>;
}
