import { answer, proposals } from '../../api/client.js';

/** What can be fetched of a session, as it stood at a cut-off, beside the forms of its proposals. */
export const REPORT_FILES = { report: 'report.docx', tables: 'tables.xlsx' } as const;

/** So many forms are in one file. */
const FORMS_IN_FILE = 200;

/** In how many files the forms of so many proposals come; one at least. */
export const formFiles = (proposals: number): readonly number[] =>
  Array.from({ length: Math.max(1, Math.ceil(proposals / FORMS_IN_FILE)) }, (_, index) => index + 1);

/** At what a document is fetched: of which session, at which cut-off, in which language. */
export interface ReportQuery {
  readonly sessionId: string;
  readonly cutOff: string;
  readonly language: 'zh' | 'en';
}

/** A document of a session; fetched again for the same cut-off it is the same file. */
export const fetchReport = async (file: 'report' | 'tables', query: ReportQuery): Promise<Blob> =>
  file === 'report'
    ? ((await answer(proposals.GET('/api/proposals/reports/report.docx', { params: { query }, parseAs: 'blob' }))) as unknown as Blob)
    : ((await answer(proposals.GET('/api/proposals/reports/tables.xlsx', { params: { query }, parseAs: 'blob' }))) as unknown as Blob);

/** One file of the printed forms. */
export const fetchForms = async (part: number, query: ReportQuery): Promise<Blob> =>
  (await answer(
    proposals.GET('/api/proposals/reports/forms.docx', { params: { query: { ...query, part } }, parseAs: 'blob' }),
  )) as unknown as Blob;
