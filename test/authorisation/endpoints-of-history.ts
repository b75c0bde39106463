import { onceKnown } from '../lib/organisation.js';
import { type Cast, rosterOf } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

interface Earlier {
  readonly sessionId: string;
  readonly importId: string;
}

const TABLE = '编号,案由\n0-1-001,食堂延时开放\n';
const prepared = new WeakMap<Cast, Promise<Earlier>>();

/** A session that is over, and a table of its matters that nobody has confirmed. */
async function prepare({ session: { termId }, people: { secretary, committee } }: Cast): Promise<Earlier> {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
  const { id: sessionId } = await secretary.post<{ id: string }>('/api/congress/sessions', {
    termId,
    sessionNo: 9,
    title: 'Session 9',
    opensAt: day(-3),
    closesAt: day(-2),
    quorum: { num: 2, den: 3, inclusive: true },
  });
  const { importId } = await onceKnown('the session is known to the proposals service', () =>
    committee.post<{ importId: string }>(`/api/proposals/history-imports?sessionId=${sessionId}`, rosterOf(TABLE)),
  );
  return { sessionId, importId };
}

function earlier(cast: Cast): Promise<Earlier> {
  const known = prepared.get(cast) ?? prepare(cast);
  prepared.set(cast, known);
  return known;
}

const anImport = async (cast: Cast) => ({ id: (await earlier(cast)).importId });
const COMMITTEES: Pick<EndpointRow, 'right' | 'foreigner' | 'foreigners' | 'colleague' | 'others'> = {
  right: 'committee',
  foreigner: '404 proposals.not-found',
  foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
  colleague: ['colleague', '403 proposals.forbidden'],
  others: [
    ['proposer', '403 proposals.forbidden'],
    ['handler', '403 proposals.forbidden'],
    ['bystander', '403 proposals.forbidden'],
  ],
};

/** Earlier matters are the committee's to bring in. */
export const ENDPOINTS_OF_HISTORY: readonly EndpointRow[] = [
  {
    endpoint: 'POST /api/proposals/history-imports',
    query: async (cast) => `?sessionId=${(await earlier(cast)).sessionId}`,
    body: () => rosterOf(TABLE),
    ...COMMITTEES,
  },
  { endpoint: 'GET /api/proposals/history-imports/{id}', path: anImport, ...COMMITTEES },
  {
    endpoint: 'POST /api/proposals/history-imports/{id}/confirmation',
    path: anImport,
    body: async (cast: Cast) => cast.people.committee.onWhatIsRead(`/api/proposals/history-imports/${(await earlier(cast)).importId}`),
    ...COMMITTEES,
  },
];
