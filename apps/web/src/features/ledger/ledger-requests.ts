import { answer, proposals } from '../../api/client.js';
import { formOf } from '../../shared/files/file-requests.js';
import type { components } from '../../api/generated/proposals.js';

type Shapes = components['schemas'];

const of = (id: string) => ({ params: { path: { id } } });

export const noteProgress = (id: string, body: Shapes['ProgressRequest']) =>
  answer(proposals.POST('/api/proposals/commitments/{id}/notes', { body, ...of(id) }));
export const reportSettled = (id: string, body: Shapes['SettlementRequest']) =>
  answer(proposals.POST('/api/proposals/commitments/{id}/report', { body, ...of(id) }));
/** What the unit attached and has not given yet. */
export const evidenceOf = (id: string) => answer(proposals.GET('/api/proposals/commitments/{id}/evidence', of(id)));
export const attachEvidence = (id: string, file: File, version: number) =>
  answer(
    proposals.POST('/api/proposals/commitments/{id}/evidence', {
      params: { path: { id }, query: { version } },
      body: { file: '' },
      bodySerializer: () => formOf(file),
    }),
  );
export const removeEvidence = (id: string, fileId: string, version: number) =>
  answer(proposals.DELETE('/api/proposals/commitments/{id}/evidence/{fileId}', { params: { path: { id, fileId }, query: { version } } }));
export const acceptReport = (id: string, version: number) =>
  answer(proposals.POST('/api/proposals/commitments/{id}/acceptance', { body: { version }, ...of(id) }));
export const returnReport = (id: string, body: Shapes['ReturnRequest']) =>
  answer(proposals.POST('/api/proposals/commitments/{id}/return', { body, ...of(id) }));
export const carryOn = (id: string, body: Shapes['CarryRequest']) =>
  answer(proposals.POST('/api/proposals/commitments/{id}/carrying', { body, ...of(id) }));
