import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';
import { formOf } from '../files/file-requests.js';
import type { components } from '../../api/generated/proposals.js';

type Shapes = components['schemas'];
export type ReplyDeskView = Shapes['ReplyDeskAnswer'];
export type DraftView = Shapes['ReplyDraftAnswer'];
export type DraftRequest = Shapes['ReplyDraftRequest'];
export type ClearingStepView = Shapes['ClearingStepAnswer'];
export type ContactRequest = Shapes['ContactRequest'];
export type ContactView = Shapes['ContactAnswer'];

/** The work of a unit on a proposal. */
export interface Work {
  readonly proposalId: string;
  readonly handlingId: string;
}

const on = ({ proposalId: id, handlingId }: Work) => ({ params: { path: { id, handlingId } } });

/** What any change on a desk changes. */
export const DESK_CHANGES = [['reply-desk'], ['requests'], ['contacts'], ['proposals'], ['proposal'], ['notices']] as const;

const deskKey = ({ handlingId }: Work) => ['reply-desk', handlingId] as const;

/** The desk as it is now. */
export const fetchDesk = (work: Work): Promise<ReplyDeskView> =>
  answer(proposals.GET('/api/proposals/proposals/{id}/handlings/{handlingId}/desk', on(work)));

/** What lies on the desk of a unit; refused to whom it does not concern. */
export const useReplyDesk = (work: Work): UseQueryResult<ReplyDeskView> =>
  useQuery({ queryKey: deskKey(work), queryFn: () => fetchDesk(work) });

/** One version of a draft. */
export const useDraftVersion = (work: Work, round: number, number: number): UseQueryResult<DraftView> =>
  useQuery({
    queryKey: [...deskKey(work), round, number],
    queryFn: () =>
      answer(
        proposals.GET('/api/proposals/proposals/{id}/handlings/{handlingId}/draft/{round}/{number}', {
          params: { path: { id: work.proposalId, handlingId: work.handlingId, round, number } },
        }),
      ),
  });

/** What units drafted that led the work before. */
export const useFormerDrafts = (work: Work): UseQueryResult<Shapes['FormerDraftsAnswer']> =>
  useQuery({
    queryKey: [...deskKey(work), 'former'],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}/handlings/{handlingId}/former-drafts', on(work))),
  });

/** Saves the reply as far as it is written. */
export const saveDraft = (work: Work, body: DraftRequest) =>
  answer(proposals.PUT('/api/proposals/proposals/{id}/handlings/{handlingId}/draft', { body, ...on(work) }));

/** Adds a file of evidence to the draft of that version. */
export const attachEvidence = ({ proposalId: id, handlingId }: Work, file: File, version: number) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/handlings/{handlingId}/evidence', {
      params: { path: { id, handlingId }, query: { version } },
      body: { file: '' },
      bodySerializer: () => formOf(file),
    }),
  );

/** Takes one out of it. */
export const removeEvidence = ({ proposalId: id, handlingId }: Work, fileId: string, version: number) =>
  answer(
    proposals.DELETE('/api/proposals/proposals/{id}/handlings/{handlingId}/evidence/{fileId}', {
      params: { path: { id, handlingId, fileId }, query: { version } },
    }),
  );

/** Asks for what a reply waits for, on the handling as it was read. */
export const askForClearance = (work: Work, body: Shapes['AskAboutHandlingRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/handlings/{handlingId}/requests', { body, ...on(work) }));

/** With whom the units spoke. */
export const useContacts = (proposalId: string): UseQueryResult<Shapes['ContactsAnswer']> =>
  useQuery({
    queryKey: ['contacts', proposalId],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}/contacts', { params: { path: { id: proposalId } } })),
  });

/** Logs a contact; the same key logs it once. */
export const logContact = ({ proposalId: id, handlingId }: Work, body: ContactRequest, key: string) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/handlings/{handlingId}/contacts', {
      body,
      params: { path: { id, handlingId }, header: { 'idempotency-key': key } },
    }),
  );

/** The letter of assignment as a Word file. */
export const fetchAssignmentLetter = async (work: Work): Promise<Blob> =>
  (await answer(
    proposals.GET('/api/proposals/proposals/{id}/handlings/{handlingId}/assignment.docx', { ...on(work), parseAs: 'blob' }),
  )) as unknown as Blob;

/** The letter of the reply of one round as a Word file. */
export const fetchReplyLetter = async ({ proposalId: id, handlingId }: Work, round: number): Promise<Blob> =>
  (await answer(
    proposals.GET('/api/proposals/proposals/{id}/handlings/{handlingId}/replies/{round}/reply.docx', {
      params: { path: { id, handlingId, round } },
      parseAs: 'blob',
    }),
  )) as unknown as Blob;
