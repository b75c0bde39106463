import { confirmed } from '../lib/organisation.js';
import type { Cast } from './cast.js';
import type { EndpointRow, Served } from './endpoint-row.js';
import { ENDPOINTS_OF_REPLIES, ENDPOINTS_OF_REPLYING } from './endpoints-of-replying.js';

const ownOnly: Served = { may: 'answers with the own organisation only' };
const everybodyHere: Served = { may: 'every member of the organisation reads this' };

const proposal = ({ proposalId }: Cast) => ({ id: proposalId });
const other = ({ otherProposalId }: Cast) => ({ id: otherProposalId });
const oneByOne: Served = {
  may: 'is answered for each by itself as for one alone: not found, or not the committee',
  foreigner: ({ otherProposalId: proposalId }) => ({ results: [{ proposalId, done: null, problem: { type: 'proposals.not-found' } }] }),
};
/** One of many, on a version that nobody reads: it is not decided by this. */
const one =
  (said: object) =>
  ({ otherProposalId: proposalId }: Cast) => ({ items: [{ proposalId, version: 1_000_000 }], ...said });
/** On the version that its proposer, or the committee, reads. */
const deciding =
  (said: object = {}, id: (cast: Cast) => { readonly id: string } = proposal) =>
  (cast: Cast) =>
    cast.people.proposer.onWhatIsRead(`/api/proposals/proposals/${id(cast).id}`, said);
/** Of the only unit that handles it. */
const work = async ({ proposalId, people: { proposer } }: Cast) => ({
  id: proposalId,
  handlingId: (await proposer.workOn(`/api/proposals/proposals/${proposalId}`)).id,
});
const onWork =
  (said: object = {}) =>
  async ({ proposalId, people: { proposer } }: Cast) => ({
    ...said,
    version: (await proposer.workOn(`/api/proposals/proposals/${proposalId}`)).version,
  });
/** Of the proposer: what somebody else sends of it confirms nothing of them. */
const confirmedBy = async (cast: Cast) => confirmed(cast.people.proposer, 'rate-reply', (await work(cast)).handlingId);
const onCall =
  (said: object = {}) =>
  ({ callId, people: { committee } }: Cast) =>
    committee.onWhatIsRead(`/api/proposals/calls/${callId}`, said);
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
const inSession = ({ session: { sessionId } }: Cast) => `?sessionId=${sessionId}`;

const asProposerReads = async ({ proposalId, people: { proposer } }: Cast) =>
  `?version=${await proposer.versionAt(`/api/proposals/proposals/${proposalId}`)}`;
const found = { attachmentId: '' };
const attached = (cast: Cast) => ({ ...proposal(cast), ...found });

function aFile(): FormData {
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.7 one']), 'one.pdf');
  return form;
}

async function findAttached({ proposalId, people: { proposer } }: Cast): Promise<void> {
  const { items } = await proposer.get<{ items: { id: string }[] }>(`/api/proposals/proposals/${proposalId}/attachments`);
  found.attachmentId = items[0]?.id ?? '';
}

/** Along the life of one proposal: each row leads it one step further. */
const ROWS: readonly EndpointRow[] = [
  { endpoint: 'GET /api/proposals/calls', right: 'colleague', foreigner: ownOnly, colleague: everybodyHere },
  {
    endpoint: 'GET /api/proposals/calls/{id}',
    path: ({ callId }) => ({ id: callId }),
    right: 'colleague',
    foreigner: '404 proposals.not-found',
    colleague: everybodyHere,
  },
  {
    endpoint: 'POST /api/proposals/calls',
    body: ({ otherSession: { sessionId } }) => ({ sessionId, opensAt: day(1), closesAt: day(20) }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.not-the-committee'],
  },
  {
    endpoint: 'GET /api/proposals/calls/due-date',
    query: () => '?kind=working-days&n=45',
    right: 'colleague',
    foreigner: { may: 'counts in the calendar of the own organisation' },
    colleague: everybodyHere,
  },
  {
    endpoint: 'POST /api/proposals/calls/{id}/extension',
    path: ({ callId }) => ({ id: callId }),
    body: (cast) => onCall({ closesAt: day(400) })(cast),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.not-the-committee'],
  },

  {
    endpoint: 'GET /api/proposals/calls/presets',
    right: 'colleague',
    foreigner: { may: 'reads rules of sources, which are nobody’s in particular' },
    colleague: everybodyHere,
  },
  {
    endpoint: 'PUT /api/proposals/calls/{id}/targets',
    path: ({ callId }) => ({ id: callId }),
    body: (cast) => onCall({ perDelegation: 2, ofDelegations: [] })(cast),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.not-the-committee'],
    others: [['secretary', '403 proposals.not-the-committee']],
  },
  {
    endpoint: 'GET /api/proposals/calls/{id}/participation',
    path: ({ callId }) => ({ id: callId }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.forbidden'],
    others: [['handler', '403 proposals.forbidden']],
  },
  {
    endpoint: 'GET /api/proposals/calls/{id}/participation/yet-to-file',
    path: ({ callId }) => ({ id: callId }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.forbidden'],
    others: [['handler', '403 proposals.forbidden']],
  },

  { endpoint: 'GET /api/proposals/owed', right: 'colleague', foreigner: ownOnly, colleague: { may: 'tells nobody what another owes' } },

  // The draft: its proposer's own.
  {
    endpoint: 'POST /api/proposals/proposals',
    body: ({ callId }) => ({ callId, subject: 'A third', grounds: 'Grounds.', measures: 'Measures.' }),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['bystander', '403 proposals.not-a-delegate'],
  },
  {
    endpoint: 'PATCH /api/proposals/proposals/{id}',
    path: proposal,
    body: deciding({ subject: 'A lift for the library' }),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-lead-proposer'],
    others: [['colleague', '403 proposals.not-the-lead-proposer']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/texts',
    path: proposal,
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.forbidden'],
    others: [['colleague', '403 proposals.forbidden']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/attachments',
    path: proposal,
    query: asProposerReads,
    body: aFile,
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-lead-proposer'],
    others: [['colleague', '403 proposals.not-the-lead-proposer']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/attachments',
    path: proposal,
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.forbidden'],
    others: [['colleague', '403 proposals.forbidden']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/attachments/{attachmentId}',
    path: attached,
    before: findAttached,
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.forbidden'],
    others: [['colleague', '403 proposals.forbidden']],
  },
  {
    endpoint: 'DELETE /api/proposals/proposals/{id}/attachments/{attachmentId}',
    path: attached,
    query: asProposerReads,
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-lead-proposer'],
    others: [['colleague', '403 proposals.not-the-lead-proposer']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/{id}/texts/{number}',
    path: (cast) => ({ ...proposal(cast), number: '1' }),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.forbidden'],
    others: [['colleague', '403 proposals.forbidden']],
  },
  {
    endpoint: 'DELETE /api/proposals/proposals/{id}',
    path: ({ thirdProposalId }) => ({ id: thirdProposalId }),
    query: async ({ thirdProposalId, people: { proposer } }) =>
      `?version=${await proposer.versionAt(`/api/proposals/proposals/${thirdProposalId}`)}`,
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-lead-proposer'],
    others: [['colleague', '403 proposals.not-the-lead-proposer']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/paper',
    body: ({ callId, people }) => ({
      callId,
      leadProposerId: people.seconder.memberId,
      seconderIds: [people.decliner.memberId],
      receivedOn: day(0).slice(0, 10),
      subject: 'A bench on paper',
      grounds: 'Nobody can sit.',
      measures: 'Put up a bench.',
    }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.not-the-committee'],
    others: [['proposer', '403 proposals.not-the-committee']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/similar',
    body: () => ({ subject: 'A lift for the library', text: 'The stairs are steep.' }),
    right: 'proposer',
    foreigner: ownOnly,
    colleague: { may: 'finds what one may see, and nothing else' },
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/invitations',
    path: proposal,
    body: ({ people }) => ({ memberIds: [people.seconder.memberId, people.decliner.memberId, people.scrutineer.memberId] }),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.not-the-lead-proposer'],
  },
  {
    endpoint: 'DELETE /api/proposals/proposals/{id}/invitations/{memberId}',
    path: (cast) => ({ ...proposal(cast), memberId: cast.people.scrutineer.memberId }),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.not-the-lead-proposer'],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/seconding',
    path: proposal,
    body: deciding(),
    right: 'seconder',
    foreigner: '404 proposals.not-found',
    colleague: ['bystander', '403 proposals.not-a-delegate'],
  },
  {
    endpoint: 'DELETE /api/proposals/proposals/{id}/seconding',
    path: proposal,
    right: 'decliner',
    foreigner: '404 proposals.not-found',
    colleague: ['bystander', '403 proposals.not-a-signer'],
    others: [['colleague', '403 proposals.not-a-signer']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/submission',
    path: proposal,
    body: deciding(),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['seconder', '403 proposals.not-the-lead-proposer'],
    others: [['colleague', '403 proposals.not-the-lead-proposer']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/withdrawal',
    path: other,
    body: deciding({ reason: 'The lift will do.' }, other),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.not-the-lead-proposer'],
    others: [['committee', '403 proposals.not-the-lead-proposer']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/lead',
    path: proposal,
    right: { may: 'refused while the lead is there' },
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.not-a-successor'],
  },

  // What the committee works on.
  {
    endpoint: 'GET /api/proposals/proposals',
    query: () => '?scope=board',
    right: 'committee',
    foreigner: ownOnly,
    foreigners: ['foreignDelegate', 'foreignCommittee', ['foreignHandler', '403 proposals.forbidden']],
    colleague: { may: 'lists show what one may see, and nothing else' },
    others: [['bystander', '403 proposals.forbidden']],
  },
  {
    endpoint: 'GET /api/proposals/proposals/register',
    right: 'colleague',
    foreigner: ownOnly,
    colleague: { may: 'shows what one may see, and nothing else' },
  },
  {
    endpoint: 'GET /api/proposals/proposals/statistics',
    query: inSession,
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: everybodyHere,
    others: [['bystander', '403 proposals.forbidden']],
  },
  ...(['xlsx', 'csv', 'json'] as const).map((format): EndpointRow => ({
    endpoint: `GET /api/proposals/exports/matters.${format}`,
    query: (cast) => `${inSession(cast)}${format === 'csv' ? '&table=matters' : ''}`,
    right: 'committee',
    foreigner: '404 proposals.not-found',
    foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
    colleague: { may: 'exports what one may see, and nothing else' },
  })),
  ...(['report.docx', 'tables.xlsx', 'forms.docx'] as const).map((file): EndpointRow => ({
    endpoint: `GET /api/proposals/reports/${file}`,
    query: (cast) => `${inSession(cast)}&cutOff=${day(-0.01)}`,
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.forbidden'],
    others: [
      ['proposer', '403 proposals.forbidden'],
      ['bystander', '403 proposals.forbidden'],
    ],
  })),
  {
    endpoint: 'GET /api/proposals/proposals/{id}',
    path: proposal,
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.forbidden'],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/review',
    path: proposal,
    body: deciding({ outcome: 'FILED' }),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['proposer', '403 proposals.not-the-committee'],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/presidium-decision',
    path: proposal,
    body: deciding({ outcome: 'FILED' }),
    right: { may: 'the presidium, of whom no person of the play is one' },
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-presidium'],
    others: [['proposer', '403 proposals.not-the-presidium']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/reviews',
    body: one({ outcome: 'FILED' }),
    right: 'committee',
    foreigner: oneByOne,
    colleague: oneByOne,
  },
  {
    endpoint: 'POST /api/proposals/proposals/assignments',
    body: (cast) => one({ leadUnitId: cast.unitId, assistingUnitIds: [] })(cast),
    right: 'committee',
    foreigner: oneByOne,
    colleague: oneByOne,
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/assignment',
    path: proposal,
    body: (cast) => deciding({ leadUnitId: cast.unitId, assistingUnitIds: [cast.assistingUnitId] })(cast),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['handler', '403 proposals.not-the-committee'],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/handlings/{handlingId}/acknowledgement',
    path: work,
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-handling-unit'],
    others: [['assistant', '403 proposals.not-the-handling-unit']],
  },
  ...ENDPOINTS_OF_REPLYING,
  {
    endpoint: 'POST /api/proposals/proposals/{id}/handlings/{handlingId}/reply',
    path: work,
    body: onWork({ text: 'It will be built.', resultCategory: 'SOLVED', channel: 'WRITTEN' }),
    right: 'handler',
    foreigner: '404 proposals.not-found',
    colleague: ['committee', '403 proposals.not-the-handling-unit'],
    others: [['assistant', '403 proposals.not-the-handling-unit']],
  },
  ...ENDPOINTS_OF_REPLIES,
  {
    endpoint: 'POST /api/proposals/proposals/{id}/handlings/{handlingId}/rating',
    path: work,
    body: async (cast) => ({ ...(await onWork({ attitude: 'SATISFIED', result: 'SATISFIED' })(cast)), ...(await confirmedBy(cast)) }),
    right: 'proposer',
    foreigner: '404 proposals.not-found',
    colleague: ['handler', '403 proposals.not-the-lead-proposer'],
    others: [['seconder', '403 proposals.not-the-lead-proposer']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/handlings/{handlingId}/silence',
    path: work,
    body: onWork({ explanation: 'On leave.' }),
    right: 'proposer', // Told that it is rated.
    foreigner: '404 proposals.not-found',
    colleague: ['handler', '403 proposals.not-the-lead-proposer'],
    others: [['committee', '403 proposals.not-the-lead-proposer']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/handlings/{handlingId}/meeting',
    path: work,
    body: async (cast) =>
      onWork({ metOn: '2026-03-01', present: [cast.people.proposer.memberId], minutes: 'Talked over.', outcome: 'PLANNED' })(cast),
    right: 'committee', // Told that it has not escalated.
    foreigner: '404 proposals.not-found',
    colleague: ['handler', '403 proposals.not-the-committee'],
    others: [['proposer', '403 proposals.not-the-committee']],
  },
  {
    endpoint: 'POST /api/proposals/proposals/{id}/handlings/{handlingId}/ending',
    path: work,
    body: onWork(),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['handler', '403 proposals.not-the-committee'],
    others: [['proposer', '403 proposals.not-the-committee']],
  },

  // Last, since it ends everything above.
  {
    endpoint: 'POST /api/proposals/calls/{id}/closing',
    path: ({ callId }) => ({ id: callId }),
    body: onCall(),
    right: 'committee',
    foreigner: '404 proposals.not-found',
    colleague: ['colleague', '403 proposals.not-the-committee'],
  },
];

/**
 * The proposals service, in which a foreign delegate, committee and handler, each without the offices of the others, are told what the
 * foreigner is told who has every office.
 */
export const ENDPOINTS_OF_PROPOSALS: readonly EndpointRow[] = ROWS.map((row) => ({
  foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'],
  ...row,
}));
