import { queryOptions } from '@tanstack/react-query';
import { answer, byId, proposals } from '../../../api/client.js';
import { formOf } from '../../../shared/files/file-requests.js';

/** The files of a proposal. */
export const attachmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposal', id, 'attachments'],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}/attachments', byId(id))),
  });

/** Adds a file to the text of that version; the same key adds it once. */
export function attachFile(id: string, file: File, version: number, key: string) {
  return answer(
    proposals.POST('/api/proposals/proposals/{id}/attachments', {
      params: { path: { id }, query: { version }, header: { 'idempotency-key': key } },
      body: { file: '' },
      bodySerializer: () => formOf(file),
    }),
  );
}

/** Takes a file away from it. */
export const removeAttachment = (id: string, attachmentId: string, version: number) =>
  answer(
    proposals.DELETE('/api/proposals/proposals/{id}/attachments/{attachmentId}', {
      params: { path: { id, attachmentId }, query: { version } },
    }),
  );

/** A file with its bytes. */
export const fetchAttachment = async (id: string, attachmentId: string): Promise<Blob> =>
  (await answer(
    proposals.GET('/api/proposals/proposals/{id}/attachments/{attachmentId}', { params: { path: { id, attachmentId } }, parseAs: 'blob' }),
  )) as unknown as Blob;
