import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/universal';
import { EXPORT_TABLES } from '../exports/tables/export-tables.js';

/** The rows of a matter in an export, which has those of closed matters beside them. */
export async function rowsOf(id: string, path: string, file: Buffer): Promise<string> {
  const isOfMatter = (row: readonly unknown[]) => row[0] === id;
  if (path.includes('.csv')) return JSON.stringify((parse(file, { bom: true }) as string[][]).filter(isOfMatter));
  if (path.includes('.json'))
    return JSON.stringify(
      Object.values(JSON.parse(file.toString('utf8')) as object)
        .flat()
        .filter((row: { readonly proposalId?: string }) => row.proposalId === id),
    );
  const sheets = await Promise.all(EXPORT_TABLES.map((_table, nth) => readSheet(new Uint8Array(file).buffer, nth + 1)));
  return JSON.stringify(sheets.flat().filter(isOfMatter));
}
