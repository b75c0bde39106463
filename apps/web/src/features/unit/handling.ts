import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

export type Reply = components['schemas']['ReplyRequest'];
/** What the unit writes. */
export type ReplyContent = Omit<Reply, 'version'>;

const of = (id: string) => ({ params: { path: { id } } });

/** Says that the unit has received it. */
export const acknowledge = (id: string) => answer(proposals.POST('/api/proposals/proposals/{id}/acknowledgement', of(id)));
/** Replies; the same key replies once. */
export const reply = (id: string, content: Reply, key: string) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/reply', { body: content, params: { path: { id }, header: { 'idempotency-key': key } } }),
  );
