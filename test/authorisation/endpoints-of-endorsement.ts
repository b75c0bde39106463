import { probe } from '@plenum/test-kit';
import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const AT = '/api/proposals/proposals';

/** A proposal that waits for the head of the delegation, who is the seconder for as long as these rows ask. */
const waiting = { proposalId: '', callId: '' };

async function headed({ session: { sessionId, delegationId }, organisation: { secretary } }: Cast, headMemberId: string): Promise<void> {
  const at = `/api/congress/sessions/${sessionId}/delegations`;
  const { items } = await secretary.get<{ items: { id: string; version: number }[] }>(at);
  const { version } = items.find(({ id }) => id === delegationId)!;
  await secretary.patch(`${at}/${delegationId}`, { headMemberId, version });
}

async function handOver(cast: Cast): Promise<void> {
  const { session, people } = cast;
  const { committee, proposer, seconder } = people;
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
  const rules = { minSeconders: 0, endorsement: 'head-of-delegation' };
  const window = { sessionId: session.sessionId, opensAt: day(-1), closesAt: day(5) };
  waiting.callId = (await committee.post<{ id: string }>('/api/proposals/calls', { ...window, ...rules })).id;
  await headed(cast, seconder.memberId);
  await probe('the head is known to the proposals service', async () => {
    const at = `/api/proposals/calls/${waiting.callId}/headed-delegation`;
    return (await seconder.get<{ delegation: object | null }>(at)).delegation !== null;
  });
  const draft = { callId: waiting.callId, subject: 'A shelter', grounds: 'It rains.', measures: 'Put up a roof.' };
  waiting.proposalId = (await proposer.post<{ id: string }>(AT, draft)).id;
  await proposer.decide(`${AT}/${waiting.proposalId}/submission`);
}

/** What the head of a delegation is told, and says. */
export const ENDPOINTS_OF_ENDORSEMENT: readonly EndpointRow[] = (
  [
    {
      endpoint: 'GET /api/proposals/calls/{id}/headed-delegation',
      before: handOver,
      path: () => ({ id: waiting.callId }),
      right: 'seconder',
      foreigner: '404 proposals.not-found',
      colleague: { may: 'is told that they head none' },
    },
    {
      endpoint: 'POST /api/proposals/proposals/{id}/endorsement',
      path: () => ({ id: waiting.proposalId }),
      body: ({ people: { proposer } }) => proposer.onWhatIsRead(`${AT}/${waiting.proposalId}`, { outcome: 'ENDORSED' }),
      right: 'seconder',
      foreigner: '404 proposals.not-found',
      colleague: ['proposer', '403 proposals.not-the-head-of-delegation'],
      others: [
        ['committee', '403 proposals.not-the-head-of-delegation'],
        ['bystander', '403 proposals.not-the-head-of-delegation'],
      ],
    },
  ] satisfies EndpointRow[]
).map((row) => ({ foreigners: ['foreignDelegate', 'foreignCommittee', 'foreignHandler'], ...row }));
