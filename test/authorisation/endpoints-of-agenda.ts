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
const byTheSecretariat = {
  path: session,
  right: 'secretary',
  foreigner: '404 congress.not-found',
  colleague: ['colleague', '403 congress.forbidden'],
} as const;

/** The agenda of a session: everybody reads it, its secretariat brings it about. */
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
];
