import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const AT = '/api/proposals/proposals';

interface Asked {
  readonly id: string;
  readonly version: number;
  readonly proposal: { readonly id: string };
}

/** Two proposals of the proposer, to be merged; and the request on the first, once it is made. */
const merge = { masterId: '', childId: '', requestId: '' };
const master = () => ({ id: merge.masterId });
const request = () => ({ id: merge.masterId, requestId: merge.requestId });

async function submitTwo({ callId, people: { proposer, seconder } }: Cast): Promise<void> {
  const submit = async (subject: string): Promise<string> => {
    const { id } = await proposer.post<{ id: string }>(AT, { callId, subject, grounds: 'Grounds.', measures: 'Measures.' });
    await proposer.post(`${AT}/${id}/invitations`, { memberIds: [seconder.memberId] });
    await seconder.decide(`${AT}/${id}/seconding`);
    await proposer.decide(`${AT}/${id}/submission`);
    return id;
  };
  merge.masterId = await submit('A bench');
  merge.childId = await submit('Another bench');
}

async function asked({ people: { proposer } }: Cast): Promise<Asked> {
  const { items } = await proposer.get<{ items: Asked[] }>(`${AT}/${merge.masterId}/requests`);
  return items.find(({ proposal }) => proposal.id === merge.masterId)!;
}

/** What is asked on proposals and answered, and the merging of proposals: along one merge. */
export const ENDPOINTS_OF_REQUESTS: readonly EndpointRow[] = (
  [
    {
      endpoint: 'POST /api/proposals/proposals/{id}/requests',
      before: submitTwo,
      path: master,
      body: ({ people: { proposer } }) =>
        proposer.onWhatIsRead(`${AT}/${merge.masterId}`, {
          kind: 'merge-consent',
          reason: 'Both are benches.',
          wish: { childIds: [merge.childId] },
        }),
      right: 'committee',
      foreigner: '404 proposals.not-found',
      colleague: ['proposer', '403 proposals.not-the-committee'],
      others: [['handler', '403 proposals.not-the-committee']],
    },
    {
      endpoint: 'GET /api/proposals/proposals/{id}/requests',
      path: master,
      right: 'proposer',
      foreigner: '404 proposals.not-found',
      colleague: ['colleague', '403 proposals.forbidden'],
      others: [['handler', '403 proposals.forbidden']],
    },
    {
      endpoint: 'GET /api/proposals/proposals/{id}/merging',
      path: master,
      right: 'proposer',
      foreigner: '404 proposals.not-found',
      colleague: ['colleague', '403 proposals.forbidden'],
      others: [['handler', '403 proposals.forbidden']],
    },
    {
      endpoint: 'POST /api/proposals/proposals/{id}/requests/{requestId}/answer',
      before: async (cast) => void (merge.requestId = (await asked(cast)).id),
      path: request,
      body: async (cast) => ({ outcome: 'CONSENTED', version: (await asked(cast)).version }),
      right: 'proposer',
      foreigner: '404 proposals.not-found',
      colleague: ['committee', '403 proposals.not-the-lead-proposer'],
      others: [['seconder', '403 proposals.not-the-lead-proposer']],
    },
    // Answered by now: who may take it back is told so, and everybody else is turned away before.
    {
      endpoint: 'DELETE /api/proposals/proposals/{id}/requests/{requestId}',
      path: request,
      query: async (cast) => `?version=${(await asked(cast)).version}`,
      right: 'committee',
      foreigner: '404 proposals.not-found',
      colleague: ['proposer', '403 proposals.not-the-committee'],
    },
    // Nothing is merged yet: so is who may undo it.
    {
      endpoint: 'POST /api/proposals/proposals/{id}/merging/undoing',
      path: master,
      body: ({ people: { proposer } }) => proposer.onWhatIsRead(`${AT}/${merge.masterId}`, { reason: 'Two matters.' }),
      right: 'committee',
      foreigner: '404 proposals.not-found',
      colleague: ['proposer', '403 proposals.not-the-committee'],
    },
  ] satisfies EndpointRow[]
).map((row) => ({ foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'], ...row }));
