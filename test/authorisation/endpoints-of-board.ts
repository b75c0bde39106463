import type { Cast } from './cast.js';
import type { EndpointRow, Served } from './endpoint-row.js';

const SAVED = '/api/proposals/saved-filters';
const ownAlone: Served = { may: 'keeps, and is answered with, what is their own' };

interface Kept {
  readonly id: string;
  readonly version: number;
}

/** The filter that the committee's member has kept by the row before. */
async function keptBy({ people: { committee } }: Cast): Promise<Kept> {
  const { items } = await committee.get<{ items: readonly Kept[] }>(SAVED);
  return items[0] ?? { id: '', version: 0 };
}
const kept = async (cast: Cast) => ({ id: (await keptBy(cast)).id });

/** What the committee keeps beside its board: the calendar of deadlines, and filters of their own. */
export const ENDPOINTS_OF_BOARD: readonly EndpointRow[] = [
  {
    endpoint: 'GET /api/proposals/deadlines',
    query: () => '?scope=board&from=2026-12-01',
    right: 'committee',
    foreigner: { may: 'answers with the own organisation only' },
    foreigners: ['foreignCommittee', ['foreignDelegate', '403 proposals.forbidden'], ['foreignHandler', '403 proposals.forbidden']],
    colleague: ['colleague', '403 proposals.forbidden'],
    others: [['bystander', '403 proposals.forbidden']],
  },
  { endpoint: `GET ${SAVED}`, right: 'committee', foreigner: ownAlone, colleague: ownAlone },
  {
    endpoint: `POST ${SAVED}`,
    body: () => ({ name: 'Late', filter: { overdue: true } }),
    right: 'committee',
    foreigner: ownAlone,
    colleague: ownAlone,
  },
  {
    endpoint: `PUT ${SAVED}/{id}`,
    path: kept,
    body: async (cast: Cast) => ({ name: 'Late ones', version: (await keptBy(cast)).version }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: ['foreignCommittee'],
    colleague: ['colleague', '404 proposals.not-found'],
  },
  {
    endpoint: `DELETE ${SAVED}/{id}`,
    path: kept,
    query: async (cast: Cast) => `?version=${(await keptBy(cast)).version}`,
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: ['foreignCommittee'],
    colleague: ['colleague', '404 proposals.not-found'],
  },
];
