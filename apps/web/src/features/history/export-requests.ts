import { answer, proposals } from '../../api/client.js';
import type { operations } from '../../api/generated/proposals.js';

type CsvQuery = NonNullable<operations['ExportsController_table']['parameters']['query']>;
export type ExportTable = CsvQuery['table'];

/** The tables of an export, in the order in which a workbook has them. */
export const EXPORT_TABLES: readonly ExportTable[] = ['matters', 'reviews', 'handlings', 'replies', 'ratings', 'promises', 'promiseSteps'];

/** What is fetched: a workbook, one table, or data for programs; of one session, or of all. */
export interface ExportFile {
  readonly format: 'xlsx' | 'json' | ExportTable;
  readonly sessionId: string | null;
  readonly language: 'zh' | 'en';
}

/** Under which name it is kept. */
export const fileNameOf = ({ format }: Pick<ExportFile, 'format'>): string =>
  format === 'xlsx' || format === 'json' ? `matters.${format}` : `${format}.csv`;

/** How much of a file is here; the whole is null where nobody said. */
export interface Received {
  readonly done: number;
  readonly whole: number | null;
}

/** Fetches an export piece by piece, and says after each how much is here. */
export async function fetchExport({ format, sessionId, language }: ExportFile, onReceived: (received: Received) => void): Promise<Blob> {
  const query = sessionId === null ? {} : { sessionId };
  const asked =
    format === 'xlsx'
      ? proposals.GET('/api/proposals/exports/matters.xlsx', { params: { query: { ...query, language } }, parseAs: 'stream' })
      : format === 'json'
        ? proposals.GET('/api/proposals/exports/matters.json', { params: { query }, parseAs: 'stream' })
        : proposals.GET('/api/proposals/exports/matters.csv', {
            params: { query: { ...query, language, table: format } },
            parseAs: 'stream',
          });
  const stream = (await answer<unknown>(asked)) as ReadableStream<Uint8Array<ArrayBuffer>>;
  const length = Number((await asked).response.headers.get('content-length') ?? 0);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    done += piece.value.length;
    onReceived({ done, whole: length > 0 ? length : null });
  }
  return new Blob(pieces);
}
