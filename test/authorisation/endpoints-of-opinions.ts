import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const SUBJECT = { subject: 'Cold soup', text: 'It is cold.' };
const WORDS = { ...SUBJECT, reply: 'A second stove.' };

/** Put in by the colleague before the first row that asks for one. */
const one = { id: '' };
const opinion = () => ({ id: one.id });
const stands = async ({ people: { committee } }: Cast): Promise<number> =>
  (await committee.get<{ version: number }>(`/api/proposals/opinions/${one.id}`)).version;
const deciding = (said: object | ((cast: Cast) => object)) => async (cast: Cast) => ({
  version: await stands(cast),
  ...(typeof said === 'function' ? said(cast) : said),
});
const putIn = async ({ people: { colleague } }: Cast): Promise<void> => {
  one.id = (await colleague.post<{ id: string }>('/api/proposals/opinions', SUBJECT)).id;
};

const ROWS: readonly EndpointRow[] = [
  {
    endpoint: 'GET /api/proposals/opinion-box',
    right: 'bystander',
    foreigner: { may: 'reads how their own box is kept' },
    colleague: { may: 'every member may know how the box is kept' },
  },
  {
    endpoint: 'PUT /api/proposals/opinion-box',
    body: async ({ people: { bystander } }) => {
      const { maySet: _, ...box } = await bystander.get<{ maySet: boolean }>('/api/proposals/opinion-box');
      return box;
    },
    right: 'committee',
    foreigner: { may: 'sets their own box' },
    foreigners: [
      ['foreignDelegate', '403 proposals.not-the-committee'],
      ['foreignHandler', '403 proposals.not-the-committee'],
    ],
    colleague: ['proposer', '403 proposals.not-the-committee'],
    others: [['handler', '403 proposals.not-the-committee']],
  },
  {
    endpoint: 'POST /api/proposals/opinions',
    body: () => SUBJECT,
    right: 'bystander',
    foreigner: { may: 'puts it into their own box' },
    colleague: { may: 'every member may put one in' },
  },
  {
    endpoint: 'GET /api/proposals/opinions',
    query: () => '?view=committee',
    right: 'committee',
    foreigner: { may: 'sees their own box' },
    foreigners: [
      ['foreignDelegate', '403 proposals.forbidden'],
      ['foreignHandler', '403 proposals.forbidden'],
    ],
    colleague: ['proposer', '403 proposals.forbidden'],
    others: [['handler', '403 proposals.forbidden']],
  },
  {
    endpoint: 'GET /api/proposals/opinions/published',
    right: 'bystander',
    foreigner: { may: 'reads what their own committee published' },
    colleague: { may: 'every member may read what is published' },
  },
  {
    endpoint: 'GET /api/proposals/opinions/{id}',
    before: putIn,
    path: opinion,
    right: 'colleague',
    foreigner: '404 proposals.not-found',
    foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
    colleague: ['bystander', '403 proposals.forbidden'],
    others: [['handler', '403 proposals.forbidden']],
  },
  {
    endpoint: 'POST /api/proposals/opinions/{id}/decision',
    path: opinion,
    body: deciding(({ unitId }) => ({ outcome: 'ROUTED', unitId })),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
    colleague: ['colleague', '403 proposals.not-the-committee'],
    others: [['handler', '403 proposals.forbidden']],
  },
  {
    endpoint: 'POST /api/proposals/opinions/{id}/reply',
    path: opinion,
    body: deciding({ text: 'A second stove.' }),
    right: 'handler',
    foreigner: '404 proposals.not-found',
    foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
    colleague: ['assistant', '403 proposals.forbidden'],
    others: [['committee', '403 proposals.not-the-handling-unit']],
  },
  {
    endpoint: 'POST /api/proposals/opinions/{id}/publication',
    path: opinion,
    body: deciding(WORDS),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
    colleague: ['handler', '403 proposals.not-the-committee'],
    others: [['colleague', '403 proposals.not-the-committee']],
  },
  {
    endpoint: 'POST /api/proposals/opinions/{id}/unpublishing',
    path: opinion,
    body: deciding({ reason: 'It names somebody.' }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
    colleague: ['handler', '403 proposals.not-the-committee'],
  },
  {
    endpoint: 'POST /api/proposals/opinions/{id}/judgement',
    path: opinion,
    body: deciding({ helped: true }),
    right: 'colleague',
    foreigner: '404 proposals.not-found',
    foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
    colleague: ['handler', '403 proposals.not-the-suggester'],
    others: [['committee', '403 proposals.not-the-suggester']],
  },
  {
    endpoint: 'POST /api/proposals/opinions/{id}/withdrawal',
    before: putIn,
    path: opinion,
    body: deciding({}),
    right: 'colleague',
    foreigner: '404 proposals.not-found',
    foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
    colleague: ['committee', '403 proposals.not-the-suggester'],
    others: [['bystander', '403 proposals.forbidden']],
  },
];

/** The opinion box: an opinion of the colleague's, which the unit of the handler answers. */
export const ENDPOINTS_OF_OPINIONS: readonly EndpointRow[] = ROWS;
