import { answer, proposals } from '../../api/client.js';

const of = (id: string) => ({ params: { path: { id } } });

/** Throws a draft away, as it was read. */
export const discardDraft = (id: string, version: number) =>
  answer(proposals.DELETE('/api/proposals/proposals/{id}', { params: { path: { id }, query: { version } } }));
/** Asks members to second. */
export const inviteSeconders = (id: string, memberIds: readonly string[]) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/invitations', { ...of(id), body: { memberIds: [...memberIds] } }));
/** Takes back an invitation that is not signed. */
export const cancelInvitation = (id: string, memberId: string) =>
  answer(proposals.DELETE('/api/proposals/proposals/{id}/invitations/{memberId}', { params: { path: { id, memberId } } }));
/** Signs in person the text of that version. */
export const secondProposal = (id: string, version: number) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/seconding', { ...of(id), body: { version } }));
/** Says no to an invitation, or takes one's signature back. */
export const declineSeconding = (id: string) => answer(proposals.DELETE('/api/proposals/proposals/{id}/seconding', of(id)));
/** Hands it to the committee, as none of what the call excludes where it excludes anything. */
export const submitProposal = (id: string, version: number, confirmsExclusions: boolean, key: string) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/submission', {
      body: { version, confirmsExclusions },
      params: { path: { id }, header: { 'idempotency-key': key } },
    }),
  );
/** Withdraws it, with the reason on record. */
export const withdrawProposal = (id: string, reason: string, version: number) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/withdrawal', { ...of(id), body: { reason, version } }));
/** Takes the place of a lead proposer who has left. */
export const takeLead = (id: string) => answer(proposals.POST('/api/proposals/proposals/{id}/lead', of(id)));
