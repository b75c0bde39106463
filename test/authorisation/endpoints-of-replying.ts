import { dayOf } from '@plenum/calendar';
import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const proposal = ({ proposalId }: Cast) => ({ id: proposalId });
/** Of the only unit that handles it. */
const work = async ({ proposalId, people: { proposer } }: Cast) => ({
  id: proposalId,
  handlingId: (await proposer.workOn(`/api/proposals/proposals/${proposalId}`)).id,
});

const shown = { fileId: '' };
interface Desk {
  readonly version: number;
  readonly draft: { readonly files: readonly { readonly id: string }[] };
}
const deskOf = async (cast: Cast): Promise<Desk> => {
  const { id, handlingId } = await work(cast);
  return cast.people.handler.get<Desk>(`/api/proposals/proposals/${id}/handlings/${handlingId}/desk`);
};
const asDeskReads = async (cast: Cast) => `?version=${(await deskOf(cast)).version}`;

function aFile(): FormData {
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.7 evidence']), 'evidence.pdf');
  return form;
}

async function findShown(cast: Cast): Promise<void> {
  shown.fileId = (await deskOf(cast)).draft.files[0]?.id ?? '';
}

/** What a unit does between its assignment and its reply: no draft of it is anything to the proposer. */
export const ENDPOINTS_OF_REPLYING: readonly EndpointRow[] = [
  {
    endpoint: 'PUT /api/proposals/proposals/{id}/handlings/{handlingId}/draft',
    path: work,
    body: () => ({ version: 0, text: 'It will be' }),
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.not-the-handling-unit'],
    others: [['assistant', '403 proposals.not-the-handling-unit']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/handlings/{handlingId}/desk',
    path: work,
    right: 'assistant',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.forbidden'],
    others: [['committee', '403 proposals.forbidden']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/handlings/{handlingId}/draft/{round}/{number}',
    path: async (cast) => ({ ...(await work(cast)), round: '1', number: '1' }),
    right: 'assistant',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.forbidden'],
    others: [['seconder', '403 proposals.forbidden']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/handlings/{handlingId}/evidence',
    path: work,
    query: asDeskReads,
    body: aFile,
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.not-the-handling-unit'],
    others: [['assistant', '403 proposals.not-the-handling-unit']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/handlings/{handlingId}/evidence/{fileId}',
    path: async (cast) => ({ ...(await work(cast)), ...shown }),
    before: findShown,
    right: 'assistant',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.forbidden'],
    others: [
      ['seconder', '403 proposals.forbidden'],
      ['committee', '403 proposals.forbidden'],
    ],
  },
  {
    endpoint: 'DELETE /api/proposals/proposals/{id}/handlings/{handlingId}/evidence/{fileId}',
    path: async (cast) => ({ ...(await work(cast)), ...shown }),
    query: asDeskReads,
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.not-the-handling-unit'],
    others: [['assistant', '403 proposals.not-the-handling-unit']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/handlings/{handlingId}/former-drafts',
    path: work,
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.forbidden'],
    others: [
      ['handler', '403 proposals.forbidden'],
      ['assistant', '403 proposals.forbidden'],
    ],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/handlings/{handlingId}/assignment.docx',
    path: work,
    right: 'assistant',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.forbidden'],
    others: [['bystander', '403 proposals.forbidden']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/handlings/{handlingId}/contacts',
    path: work,
    body: () => ({ contactedOn: dayOf(new Date()), way: 'PHONE', who: 'The head', noted: 'Agreed.' }),
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-handling-unit'],
    others: [['assistant', '403 proposals.not-the-handling-unit']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/contacts',
    path: proposal,
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['bystander', '403 proposals.forbidden'],
    others: [['colleague', '403 proposals.forbidden']],
  },
];

/** The letter of the reply that was given in the rows before. */
export const ENDPOINTS_OF_REPLIES: readonly EndpointRow[] = [
  {
    endpoint: 'GET /api/proposals/proposals/{id}/handlings/{handlingId}/replies/{round}/reply.docx',
    path: async (cast) => ({ ...(await work(cast)), round: '1' }),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['bystander', '403 proposals.forbidden'],
  },
];
