import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const SAID = { criteria: ['feasible'], citation: 'It was done within a month.' };
const THEIRS = ['foreignDelegate', 'foreignCommittee', 'foreignHandler'] as const;
const ofSession = ({ session }: Cast): string => `?sessionId=${session.sessionId}`;
const nomination = ({ session, proposalId }: Cast) => ({ sessionId: session.sessionId, kind: 'PROPOSAL', nomineeId: proposalId, ...SAID });

interface Listed {
  readonly items: readonly { readonly id: string; readonly version: number }[];
}
const listed = async (cast: Cast) => (await cast.people.committee.get<Listed>(`/api/proposals/awards${ofSession(cast)}`)).items[0]!;
const award = async (cast: Cast) => ({ id: (await listed(cast)).id });
const deciding = (said: object) => async (cast: Cast) => ({ version: (await listed(cast)).version, ...said });

/** The award list of the session, on which the closed proposal of the rows before is nominated. */
export const ENDPOINTS_OF_AWARDS: readonly EndpointRow[] = [
  {
    endpoint: 'POST /api/proposals/awards',
    body: nomination,
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: ['proposer', '403 proposals.not-the-committee'],
    others: [['handler', '403 proposals.not-the-committee']],
  },
  {
    endpoint: 'GET /api/proposals/awards',
    query: ofSession,
    right: 'bystander',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: { may: 'every member may read what is awarded' },
  },
  {
    endpoint: 'POST /api/proposals/awards/{id}/vote',
    path: award,
    body: deciding({}),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: ['proposer', '403 proposals.not-the-committee'],
  },
  {
    endpoint: 'POST /api/proposals/awards/{id}/decision',
    path: award,
    body: deciding({ isAwarded: true }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: ['proposer', '403 proposals.not-the-committee'],
  },
  {
    endpoint: 'GET /api/proposals/awards/awards.docx',
    query: ofSession,
    right: 'bystander',
    foreigner: '404 proposals.not-found',
    foreigners: THEIRS,
    colleague: { may: 'every member may read what is awarded' },
  },
];
