import { dayOf } from '@plenum/calendar';
import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

/** What the committee reads from the reply of the proposal that the rows before led to its closing. */
const entered = { id: '' };
const day = (offset: number) => dayOf(new Date(Date.now() + offset * 86_400_000));
const promise = { promise: 'A second lift.', due: { kind: 'date', date: day(40) } };

const commitment = () => ({ id: entered.id });
const deciding =
  (said: object = {}) =>
  ({ people: { handler } }: Cast) =>
    handler.onWhatIsRead(`/api/proposals/commitments/${entered.id}`, said);
const reporting = deciding({ settlement: 'DONE', text: 'It runs.' });
const report = async (cast: Cast) => cast.people.handler.post(`/api/proposals/commitments/${entered.id}/report`, await reporting(cast));

const shown = { fileId: '' };
const asUnitReads = async ({ people: { handler } }: Cast) =>
  `?version=${await handler.versionAt(`/api/proposals/commitments/${entered.id}`)}`;

function aFile(): FormData {
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.7 evidence']), 'evidence.pdf');
  return form;
}

async function findShown({ people: { handler } }: Cast): Promise<void> {
  const { files } = await handler.get<{ files: { id: string }[] }>(`/api/proposals/commitments/${entered.id}/evidence`);
  shown.fileId = files[0]?.id ?? '';
}

/** Along the life of one promise. */
const ROWS: readonly EndpointRow[] = [
  {
    endpoint: 'POST /api/proposals/proposals/{id}/commitments',
    path: ({ proposalId }) => ({ id: proposalId }),
    body: () => promise,
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['handler', '403 proposals.not-the-committee'],
    others: [['proposer', '403 proposals.not-the-committee']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/commitments',
    path: ({ proposalId }) => ({ id: proposalId }),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['bystander', '403 proposals.forbidden'],
  },
  {
    endpoint: 'GET /api/proposals/commitments',
    right: 'handler',
    foreigner: { may: 'answers with the own organisation only' },
    colleague: { may: 'lists show what one may see, and nothing else' },
  },
  {
    endpoint: 'GET /api/proposals/commitments/carry-over',
    right: 'committee',
    foreigner: { may: 'answers with the own organisation only' },
    colleague: { may: 'counts what one may see, and nothing else' },
  },
  {
    endpoint: 'GET /api/proposals/commitments/{id}',
    before: async ({ proposalId, people: { committee } }) => {
      entered.id = (await committee.post<{ id: string }>(`/api/proposals/proposals/${proposalId}/commitments`, promise)).id;
    },
    path: commitment,
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['bystander', '403 proposals.forbidden'],
  },
  {
    endpoint: 'POST /api/proposals/commitments/{id}/notes',
    path: commitment,
    body: deciding({ text: 'Ordered.' }),
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['assistant', '403 proposals.not-the-handling-unit'],
    others: [['proposer', '403 proposals.not-the-handling-unit']],
  },
  {
    endpoint: 'POST /api/proposals/commitments/{id}/carrying',
    path: commitment,
    body: deciding({ dueOn: day(80), reason: 'To the next session.' }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['handler', '403 proposals.not-the-committee'],
    others: [['proposer', '403 proposals.not-the-committee']],
  },
  {
    endpoint: 'POST /api/proposals/commitments/{id}/evidence',
    path: commitment,
    query: asUnitReads,
    body: aFile,
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-handling-unit'],
    others: [['assistant', '403 proposals.not-the-handling-unit']],
  },
  {
    endpoint: 'GET /api/proposals/commitments/{id}/evidence',
    path: commitment,
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.forbidden'],
    others: [['proposer', '403 proposals.forbidden']],
  },
  {
    endpoint: 'GET /api/proposals/commitments/{id}/evidence/{fileId}',
    path: () => ({ ...commitment(), ...shown }),
    before: findShown,
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.forbidden'],
    others: [['proposer', '403 proposals.forbidden']],
  },
  {
    endpoint: 'DELETE /api/proposals/commitments/{id}/evidence/{fileId}',
    path: () => ({ ...commitment(), ...shown }),
    query: asUnitReads,
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-handling-unit'],
    others: [['assistant', '403 proposals.not-the-handling-unit']],
  },
  {
    endpoint: 'POST /api/proposals/commitments/{id}/report',
    path: commitment,
    body: reporting,
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-handling-unit'],
    others: [['assistant', '403 proposals.not-the-handling-unit']],
  },
  {
    endpoint: 'POST /api/proposals/commitments/{id}/return',
    path: commitment,
    body: deciding({ reason: 'Nobody saw it.' }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['handler', '403 proposals.not-the-committee'],
  },
  {
    endpoint: 'POST /api/proposals/commitments/{id}/acceptance',
    before: report,
    path: commitment,
    body: deciding(),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['handler', '403 proposals.not-the-committee'],
    others: [['proposer', '403 proposals.not-the-committee']],
  },
];

/** Promises: entered from the reply of the proposal of the rows before, which stays known after its closing. */
export const ENDPOINTS_OF_COMMITMENTS: readonly EndpointRow[] = ROWS.map((row) => ({
  foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
  ...row,
}));
