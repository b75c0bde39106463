import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const proposal = ({ proposalId }: Cast) => ({ id: proposalId });
const publication = ({ proposalId }: Cast): string => `/api/proposals/proposals/${proposalId}/publication`;
const deciding = (said: object) => async (cast: Cast) => ({
  version: (await cast.people.committee.get<{ version: number }>(publication(cast))).version,
  ...said,
});
const THEIRS = ['foreignDelegate', 'foreignCommittee', 'foreignHandler'] as const;

/** The proposal of the rows before is closed, and not confidential yet. */
export const ENDPOINTS_OF_PUBLICATION: readonly EndpointRow[] = [
  {
    endpoint: 'GET /api/proposals/proposals/{id}/publication',
    path: proposal,
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: ['bystander', '403 proposals.forbidden'],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/publication/withheld',
    path: proposal,
    body: deciding({ withheld: ['grounds'] }),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: ['seconder', '403 proposals.not-the-lead-proposer'],
    others: [['committee', '403 proposals.not-the-lead-proposer']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/publication/answer',
    path: proposal,
    body: deciding({ consents: true }),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: ['seconder', '403 proposals.not-the-lead-proposer'],
    others: [['committee', '403 proposals.not-the-lead-proposer']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/publication',
    path: proposal,
    body: deciding({}),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: ['proposer', '403 proposals.not-the-committee'],
    others: [['handler', '403 proposals.not-the-committee']],
  },
  {
    endpoint: 'GET /api/proposals/published-matters',
    right: 'bystander',
    foreigner: { may: 'reads what their own committee published' },
    colleague: { may: 'every member may read what is published' },
  },
  {
    endpoint: 'GET /api/proposals/published-matters/{id}',
    path: proposal,
    right: 'bystander',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: { may: 'every member may read what is published' },
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/publication/withdrawal',
    path: proposal,
    body: deciding({ reason: 'It names somebody.' }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: ['proposer', '403 proposals.not-the-committee'],
    others: [['handler', '403 proposals.not-the-committee']],
  },
];
