import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

export type ReplyContent = components['schemas']['ReplyRequest'];

const of = (id: string) => ({ params: { path: { id } } });

/** Says that the unit has received it. */
export const acknowledge = (id: string) => answer(proposals.POST('/api/proposals/proposals/{id}/acknowledgement', of(id)));
/** Replies; the same key replies once. */
export const reply = (id: string, content: ReplyContent, key: string) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/reply', { body: content, params: { path: { id }, header: { 'idempotency-key': key } } }),
  );
