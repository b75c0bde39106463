import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';
import { codeOf, ProblemError } from '../../api/problem.js';

type Shapes = components['schemas'];
export type HistoryImport = Shapes['HistoryImportAnswer'];
export type HistoryRow = Shapes['HistoryRowAnswer'];

/** Has a table checked; nothing is written. */
export function uploadHistory(file: File, sessionId: string): Promise<HistoryImport> {
  const form = new FormData();
  form.append('file', file);
  return answer(
    proposals.POST('/api/proposals/history-imports', {
      params: { query: { sessionId } },
      body: { file: file.name },
      bodySerializer: () => form,
    }),
  );
}

export const fetchHistoryImport = (id: string) =>
  answer(proposals.GET('/api/proposals/history-imports/{id}', { params: { path: { id } } }));
export const confirmHistory = (id: string, version: number) =>
  answer(proposals.POST('/api/proposals/history-imports/{id}/confirmation', { params: { path: { id } }, body: { version } }));

/** Why a file is no table that can be read, and where in it. */
export interface Unreadable {
  readonly reason: string;
  readonly column: string | null;
  readonly row: number | null;
}

/** What a refusal tells of a file; null for another refusal. */
export function unreadableOf(error: unknown): Unreadable | null {
  if (!(error instanceof ProblemError) || codeOf(error) !== 'proposals.history-unreadable') return null;
  const { reason, column, row } = error.problem.details ?? {};
  return { reason: String(reason), column: typeof column === 'string' ? column : null, row: typeof row === 'number' ? row : null };
}
