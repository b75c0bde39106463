import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

export type PaperForm = components['schemas']['PaperFormRequest'];

/** Enters a form of paper on behalf of whose it is; the same key enters it once. */
export const enterPaperForm = (form: PaperForm, key: string) =>
  answer(proposals.POST('/api/proposals/proposals/paper', { body: form, params: { header: { 'idempotency-key': key } } }));
