import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

export type Reply = components['schemas']['ReplyRequest'];
/** What the unit writes. */
export type ReplyContent = Omit<Reply, 'version'>;

/** Says that the unit has received it. */
export const acknowledge = (id: string, handlingId: string) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/handlings/{handlingId}/acknowledgement', { params: { path: { id, handlingId } } }));
/** Replies; the same key replies once. */
export const reply = (id: string, handlingId: string, content: Reply, key: string) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/handlings/{handlingId}/reply', {
      body: content,
      params: { path: { id, handlingId }, header: { 'idempotency-key': key } },
    }),
  );
