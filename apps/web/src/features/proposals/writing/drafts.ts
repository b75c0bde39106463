import { answer, proposals } from '../../../api/client.js';
import type { ProposalContent } from './proposal-content.js';

/** Drafts a proposal under a call; the same key drafts once, however often a bad network makes us send it. */
export const draftProposal = (callId: string, content: ProposalContent, ofDelegation: boolean, key: string) =>
  answer(
    proposals.POST('/api/proposals/proposals', {
      body: { callId, ofDelegation, ...content },
      params: { header: { 'idempotency-key': key } },
    }),
  );
/** Changes what the draft says, unless somebody changed it since that version. */
export const reviseProposal = (id: string, content: ProposalContent, version: number) =>
  answer(proposals.PATCH('/api/proposals/proposals/{id}', { params: { path: { id } }, body: { ...content, version } }));
