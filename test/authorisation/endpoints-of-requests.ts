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

/** A bench that is assigned to the handler's unit. */
const bench = { id: '' };
const ofBench = async ({ people: { committee } }: Cast) =>
  (await committee.get<{ handlings: { id: string; version: number }[] }>(`${AT}/${bench.id}`)).handlings[0]!;

async function assignOne({ callId, unitId, people: { proposer, seconder, committee } }: Cast): Promise<void> {
  const { id } = await proposer.post<{ id: string }>(AT, { callId, subject: 'A third bench', grounds: 'Grounds.', measures: 'Measures.' });
  await proposer.post(`${AT}/${id}/invitations`, { memberIds: [seconder.memberId] });
  await seconder.decide(`${AT}/${id}/seconding`);
  await proposer.decide(`${AT}/${id}/submission`);
  await committee.decide(`${AT}/${id}/review`, { outcome: 'FILED' });
  await committee.decide(`${AT}/${id}/assignment`, { leadUnitId: unitId });
  bench.id = id;
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
    {
      endpoint: 'POST /api/proposals/proposals/{id}/handlings/{handlingId}/requests',
      before: assignOne,
      path: async (cast) => ({ id: bench.id, handlingId: (await ofBench(cast)).id }),
      body: async (cast) => ({
        kind: 'objection',
        reason: 'Not ours.',
        wish: { unitId: cast.assistingUnitId },
        version: (await ofBench(cast)).version,
      }),
      right: 'handler',
      foreigner: '404 proposals.not-found',
      colleague: ['committee', '403 proposals.not-the-handling-unit'],
      others: [
        ['proposer', '403 proposals.not-the-handling-unit'],
        ['assistant', '403 proposals.not-the-handling-unit'],
      ],
    },
    {
      endpoint: 'GET /api/proposals/requests',
      right: 'committee',
      foreigner: { may: 'reads what waits for them, in their own organisation' },
      foreigners: [],
      colleague: { may: 'reads what waits for them, and nothing that waits for another' },
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
