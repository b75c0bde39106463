import { answer, proposals } from '../../../api/client.js';

/** What can be fetched of a session, as it stood at a cut-off. */
export const REPORT_FILES = { report: 'report.docx', tables: 'tables.xlsx', forms: 'forms.docx' } as const;
export type ReportFile = keyof typeof REPORT_FILES;

/** A document of a session; fetched again for the same cut-off it is the same file. */
export const fetchReport = async (file: ReportFile, sessionId: string, cutOff: string, language: 'zh' | 'en'): Promise<Blob> => {
  const query = { sessionId, cutOff, language };
  switch (file) {
    case 'report':
      return (await answer(proposals.GET('/api/proposals/reports/report.docx', { params: { query }, parseAs: 'blob' }))) as unknown as Blob;
    case 'tables':
      return (await answer(proposals.GET('/api/proposals/reports/tables.xlsx', { params: { query }, parseAs: 'blob' }))) as unknown as Blob;
    case 'forms':
      return (await answer(
        proposals.GET('/api/proposals/reports/forms.docx', { params: { query: { ...query, part: 1 } }, parseAs: 'blob' }),
      )) as unknown as Blob;
  }
};
