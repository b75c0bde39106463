import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, byId, congress } from '../../../api/client.js';
import type { components } from '../../../api/generated/congress.js';

type Shapes = components['schemas'];

/** What may be chosen; the server looks at the bytes. */
export const ACCEPTED = '.pdf,.docx,.xlsx,.pptx';

/** What a change of the papers changes. */
export const PAPER_CHANGES = [['papers']] as const;

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}

export const bringPaper = (id: string, paper: { itemId: string; title: string }, file: File, version: number) =>
  answer(
    congress.POST('/api/congress/sessions/{id}/papers', {
      params: { path: { id }, query: { ...paper, version } },
      body: { file: '' },
      bodySerializer: () => formOf(file),
    }),
  );
export const bringVersion = (id: string, paperId: string, file: File, version: number) =>
  answer(
    congress.POST('/api/congress/sessions/{id}/papers/{paperId}/versions', {
      params: { path: { id, paperId }, query: { version } },
      body: { file: '' },
      bodySerializer: () => formOf(file),
    }),
  );
export const sendPapers = (id: string, paperIds: string[], version: number) =>
  answer(congress.POST('/api/congress/sessions/{id}/papers/sending', { ...byId(id), body: { paperIds, version } }));
export const withdrawPaper = (id: string, paperId: string, reason: string, version: number) =>
  answer(
    congress.POST('/api/congress/sessions/{id}/papers/{paperId}/withdrawal', {
      params: { path: { id, paperId } },
      body: { reason, version },
    }),
  );
export const setPapersRule = (id: string, rule: { days: number; clause: string }, version: number) =>
  answer(congress.PUT('/api/congress/sessions/{id}/papers/rule', { ...byId(id), body: { ...rule, version } }));

/** A version with its bytes. */
export const fetchPaper = async (id: string, paperId: string, nth: number): Promise<Blob> =>
  (await answer(
    congress.GET('/api/congress/sessions/{id}/papers/{paperId}/versions/{nth}', {
      params: { path: { id, paperId, nth } },
      parseAs: 'blob',
    }),
  )) as unknown as Blob;

/** Who has opened the version that was sent out last. */
export const useReaders = (id: string, paperId: string, isEnabled: boolean): UseQueryResult<Shapes['PaperReadersResponse']> =>
  useQuery({
    queryKey: ['papers', id, paperId, 'readers'],
    queryFn: () => answer(congress.GET('/api/congress/sessions/{id}/papers/{paperId}/readers', { params: { path: { id, paperId } } })),
    enabled: isEnabled,
  });
