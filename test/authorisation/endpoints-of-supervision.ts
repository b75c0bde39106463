import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const proposal = ({ proposalId }: Cast) => ({ id: proposalId });
const version = async ({ proposalId, people: { committee } }: Cast): Promise<number> =>
  (await committee.get<{ version: number }>(`/api/proposals/proposals/${proposalId}/supervision`)).version;
const deciding = (said: (cast: Cast) => object) => async (cast: Cast) => ({ version: await version(cast), ...said(cast) });

/** How the proposal of the rows before is looked after; it is closed by then. */
const ROWS: readonly EndpointRow[] = [
  {
    endpoint: 'GET /api/proposals/proposals/{id}/supervision',
    path: proposal,
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['bystander', '403 proposals.forbidden'],
    others: [['colleague', '403 proposals.forbidden']],
  },
  {
    endpoint: 'PUT /api/proposals/proposals/{id}/supervision/key',
    path: proposal,
    body: deciding(() => ({ reason: 'Many ask for it.' })),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.not-the-committee'],
    others: [['handler', '403 proposals.not-the-committee']],
  },
  {
    endpoint: 'DELETE /api/proposals/proposals/{id}/supervision/key',
    path: proposal,
    query: async (cast) => `?version=${await version(cast)}`,
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.not-the-committee'],
  },
  {
    endpoint: 'PUT /api/proposals/proposals/{id}/supervision/case-owner',
    path: proposal,
    body: deciding(({ people: { committee } }) => ({ memberId: committee.memberId })),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.not-the-committee'],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/supervision/visits',
    path: proposal,
    body: () => ({ visitedOn: '2026-01-15', withWhom: 'The library.', found: 'Half of it is built.' }),
    right: 'seconder',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.not-the-committee'],
    others: [['handler', '403 proposals.not-the-committee']],
  },
  // Last, since it keeps the proposal from everybody above.
  {
    endpoint: 'PUT /api/proposals/proposals/{id}/confidentiality',
    path: proposal,
    body: ({ proposalId, people: { proposer } }) =>
      proposer.onWhatIsRead(`/api/proposals/proposals/${proposalId}`, { isConfidential: true, reason: 'It names a person.' }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['handler', '403 proposals.not-the-lead-proposer'],
    others: [['seconder', '403 proposals.not-the-lead-proposer']],
  },
];

/** Supervision, which committee and proposers share. */
export const ENDPOINTS_OF_SUPERVISION: readonly EndpointRow[] = ROWS.map((row) => ({
  foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
  ...row,
}));
