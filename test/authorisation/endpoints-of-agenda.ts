import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const session = ({ session: { sessionId } }: Cast) => ({ id: sessionId });
const agendaOf = ({ session: { sessionId } }: Cast) => `/api/congress/sessions/${sessionId}/agenda`;
/** What is asked on the agenda as it reads now. */
const onAgenda =
  (said: object) =>
  async (cast: Cast): Promise<object> => ({
    ...said,
    version: (await cast.people.secretary.get<{ version: number }>(agendaOf(cast))).version,
  });
interface Papers {
  readonly version: number;
  readonly papers: readonly { readonly id: string }[];
}
const papersOf = ({ session: { sessionId }, people }: Cast) => people.secretary.get<Papers>(`/api/congress/sessions/${sessionId}/papers`);
const onPapers =
  (said: object) =>
  async (cast: Cast): Promise<object> => ({ ...said, version: (await papersOf(cast)).version });

function aPaper(text: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([`%PDF-1.7 ${text}`]), 'paper.pdf');
  return form;
}

/** Where a paper of the first item is brought in. */
async function asPaper(cast: Cast): Promise<string> {
  const { items } = await cast.people.secretary.get<{ items: readonly { id: string }[] }>(agendaOf(cast));
  return `?itemId=${items[0]?.id}&title=A%20paper&version=${(await papersOf(cast)).version}`;
}

/** The paper that was brought in first. */
async function aPaperOf(cast: Cast): Promise<{ readonly id: string; readonly paperId: string }> {
  const [paper] = (await papersOf(cast)).papers;
  return { id: cast.session.sessionId, paperId: paper?.id ?? '' };
}

const byTheSecretariat = {
  path: session,
  right: 'secretary',
  foreigner: '404 congress.not-found',
  colleague: ['colleague', '403 congress.forbidden'],
} as const;

/** The agenda of a session and its papers: everybody reads the one, who has a seat the others; the secretariat brings both about. */
export const ENDPOINTS_OF_AGENDA: readonly EndpointRow[] = [
  {
    endpoint: 'GET /api/congress/sessions/{id}/agenda',
    path: session,
    right: 'colleague',
    foreigner: '404 congress.not-found',
    colleague: { may: 'every member of the organisation reads it' },
  },
  {
    ...byTheSecretariat,
    endpoint: 'PUT /api/congress/sessions/{id}/agenda',
    body: onAgenda({ items: [{ kind: 'REPORT', title: 'Report on the work of the school', speaker: 'The head' }] }),
  },
  {
    ...byTheSecretariat,
    endpoint: 'POST /api/congress/sessions/{id}/agenda/agreement',
    body: onAgenda({ party: 'The head', on: '2026-01-05' }),
  },
  {
    ...byTheSecretariat,
    endpoint: 'POST /api/congress/sessions/{id}/agenda/adoption',
    body: onAgenda({ way: 'HANDS', inFavour: 1, against: 0, abstained: 0 }),
  },
  {
    ...byTheSecretariat,
    endpoint: 'POST /api/congress/sessions/{id}/agenda/reopening',
    body: onAgenda({ reason: 'One more topic' }),
  },
  { ...byTheSecretariat, endpoint: 'POST /api/congress/sessions/{id}/agenda/restoration', body: onAgenda({}) },
  {
    endpoint: 'GET /api/congress/sessions/{id}/papers',
    path: session,
    right: 'proposer',
    foreigner: '404 congress.not-found',
    colleague: ['bystander', '403 congress.papers-of-delegates'],
  },
  {
    ...byTheSecretariat,
    endpoint: 'PUT /api/congress/sessions/{id}/papers/rule',
    body: onPapers({ days: 5, clause: 'A regulation, article 10' }),
  },
  { ...byTheSecretariat, endpoint: 'POST /api/congress/sessions/{id}/papers', query: asPaper, body: () => aPaper('one') },
  {
    ...byTheSecretariat,
    endpoint: 'POST /api/congress/sessions/{id}/papers/sending',
    body: async (cast) => onPapers({ paperIds: [(await aPaperOf(cast)).paperId] })(cast),
  },
  {
    ...byTheSecretariat,
    endpoint: 'POST /api/congress/sessions/{id}/papers/{paperId}/versions',
    path: aPaperOf,
    query: async (cast) => `?version=${(await papersOf(cast)).version}`,
    body: () => aPaper('two'),
  },
  {
    endpoint: 'GET /api/congress/sessions/{id}/papers/{paperId}/versions/{nth}',
    path: async (cast) => ({ ...(await aPaperOf(cast)), nth: '1' }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['bystander', '403 congress.papers-of-delegates'],
  },
  { ...byTheSecretariat, endpoint: 'GET /api/congress/sessions/{id}/papers/{paperId}/readers', path: aPaperOf },
  {
    ...byTheSecretariat,
    endpoint: 'POST /api/congress/sessions/{id}/papers/{paperId}/withdrawal',
    path: aPaperOf,
    body: onPapers({ reason: 'Put off to the next session' }),
  },
];
