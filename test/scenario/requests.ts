import type { Person } from '../lib/api-client.js';
import { onceKnown } from '../lib/organisation.js';
import { inParallel } from './order.js';
import type { Record } from './record.js';

/** What is asked about an assignment, and what the committee answers. */
export interface AskedAboutWork {
  readonly kind: 'objection' | 'extension';
  readonly reason: string;
  readonly wish: object;
  readonly outcome: 'REASSIGNED' | 'RETAINED' | 'GRANTED';
}

interface OwedRequest {
  readonly id: string;
  readonly version: number;
  readonly proposal: { readonly id: string };
}

interface Work {
  readonly id: string;
  readonly version: number;
  readonly dueOn: string;
  readonly leadUnit: { readonly id: string };
}

/** Who asks, and whom. */
interface Sides {
  readonly handler: Person;
  readonly committee: Person;
}

const REASONS = { REASSIGNED: undefined, RETAINED: '车辆和场地由贵部门管理。', GRANTED: undefined };

/** A unit asks, and the committee answers what waits for it. */
export async function askAndAnswer(proposalId: string, { handler, committee }: Sides, asked: AskedAboutWork): Promise<void> {
  const { outcome, ...said } = asked;
  const address = `/api/proposals/proposals/${proposalId}`;
  await onceKnown('the unit may ask about its assignment', async () => {
    const { id, version } = await handler.workOn(address);
    return handler.post<object>(`${address}/handlings/${id}/requests`, { ...said, version });
  });
  const { items } = await committee.get<{ items: readonly OwedRequest[] }>('/api/proposals/requests');
  const request = items.find(({ proposal }) => proposal.id === proposalId);
  if (!request) throw new RangeError('nothing waits for the committee');
  await committee.post(`${address}/requests/${request.id}/answer`, { outcome, reason: REASONS[outcome], version: request.version });
}

/** Which unit has the work, and until when, as the committee sees it. */
export async function workOf(committee: Person, proposalId: string): Promise<Work> {
  const { handlings } = await committee.get<{ handlings: readonly Work[] }>(`/api/proposals/proposals/${proposalId}`);
  const [work] = handlings;
  if (!work) throw new RangeError('nobody handles it');
  return work;
}

/** The proposer of what was not filed has the committee look at it once more (复议), which passes it on. */
export async function reconsider(proposalId: string, lead: Person, committee: Person): Promise<void> {
  const address = `/api/proposals/proposals/${proposalId}`;
  const said = { kind: 'reconsideration', reason: '各校门均有类似问题，并非个别事项。' };
  const { items } = await lead.decide<{ items: readonly { id: string; version: number }[] }>(`${address}/requests`, said);
  for (const { id, version } of items) await committee.post(`${address}/requests/${id}/answer`, { outcome: 'SUGGESTION', version });
}

interface Asked {
  readonly kind: string;
  readonly answer: { readonly outcome: string } | null;
}

interface Answered {
  readonly handlings: readonly { readonly replies: readonly { readonly round: number }[] }[];
}

/** What became of all that was asked about the work, and how often it was answered, as its matters tell it. */
export async function countAnswers(committee: Person, proposalIds: readonly string[], record: Record): Promise<void> {
  const matters = await inParallel(proposalIds, async (id) => {
    const matter = `/api/proposals/proposals/${id}`;
    const { items } = await committee.get<{ items: readonly Asked[] }>(`${matter}/requests`);
    return { page: await committee.get<Answered>(matter), asked: items.map(({ kind, answer }) => `${kind} ${answer?.outcome ?? 'open'}`) };
  });
  const given = matters.flatMap(({ asked }) => asked);
  const count = (what: string): number => given.filter((one) => one === what).length;
  record.fact('objections (异议) accepted, refused', [count('objection REASSIGNED'), count('objection RETAINED')], [1, 1]);
  record.fact('extensions (延期) granted', count('extension GRANTED'), 2);
  record.fact('not filed, and passed on when looked at again (复议)', count('reconsideration SUGGESTION'), 1);
  const rounds = matters.map(({ page }) => Math.max(...page.handlings.flatMap(({ replies }) => replies.map(({ round }) => round))));
  const answeredIn = (round: number): number => rounds.filter((one) => one === round).length;
  record.fact('answered in one round, in two (重新办理)', [answeredIn(1), answeredIn(2)], [71, 1]);
}
