import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

export type FileView = components['schemas']['FileAnswer'];

/** What may be chosen; the server looks at the bytes. */
export const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.webp,.txt,.csv';

/** A file as the body of a request. */
export function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}

/** A file of the reply, or of its draft, with its bytes. */
export const fetchReplyFile = async (proposalId: string, handlingId: string, fileId: string): Promise<Blob> =>
  (await answer(
    proposals.GET('/api/proposals/proposals/{id}/handlings/{handlingId}/evidence/{fileId}', {
      params: { path: { id: proposalId, handlingId, fileId } },
      parseAs: 'blob',
    }),
  )) as unknown as Blob;

/** A file of a promise with its bytes. */
export const fetchCommitmentFile = async (commitmentId: string, fileId: string): Promise<Blob> =>
  (await answer(
    proposals.GET('/api/proposals/commitments/{id}/evidence/{fileId}', { params: { path: { id: commitmentId, fileId } }, parseAs: 'blob' }),
  )) as unknown as Blob;
