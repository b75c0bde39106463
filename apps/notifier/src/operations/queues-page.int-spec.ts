import { probe } from '@plenum/test-kit';
import { OPERATOR_TOKEN, Stage } from '../testing/stage.js';

const stage = new Stage();
const PAGE = '/api/notifier/queues';
const QUEUE = `${PAGE}/api/queues/notifier.inbox`;

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

interface Asked {
  readonly authorization?: string;
  readonly method?: string;
  readonly site?: string;
}
const ask = async (path: string, { authorization, method = 'GET', site }: Asked = {}) =>
  fetch(`${await stage.app.getUrl()}${path}`, {
    method,
    headers: { ...(authorization ? { authorization } : {}), ...(site ? { 'sec-fetch-site': site } : {}) },
  });
const operator = { authorization: basic('operator', OPERATOR_TOKEN) };

interface SeenQueue {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly jobs: readonly { readonly id: string; readonly name: string; readonly failedReason: string }[];
}
const failed = async (): Promise<SeenQueue> => {
  const answer = await ask(`${PAGE}/api/queues?activeQueue=notifier.inbox&status=failed&page=1&jobsPerPage=10`, operator);
  const { queues } = (await answer.json()) as { queues: readonly SeenQueue[] };
  const found = queues.find(({ name }) => name === 'notifier.inbox');
  if (!found) throw new Error(`only ${queues.map(({ name }) => name).join()}`);
  return found;
};

describe('the page of the queues', () => {
  beforeAll(async () => {
    const { organisationId, unitId } = stage;
    const unit = { organisationId, unitId, code: 'U', name: 'CANARY' };
    await stage.publisher.publishMalformed('congress.unit-set-up.v1', unit, { ...unit, unitId: null });
    await probe('the event is given up', async () => (await failed()).counts['failed'] === 1);
  });

  it('shows an operator the queues of all services, and with nothing of another house in it', async () => {
    const page = await ask(`${PAGE}/`, operator);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    const [, script] = /src="(static\/[^"]+\.js)"/.exec(await page.text()) ?? [];
    expect((await ask(`${PAGE}/${script}`, operator)).status).toBe(200);
    const { queues } = (await (await ask(`${PAGE}/api/queues`, operator)).json()) as { queues: readonly SeenQueue[] };
    expect(queues.map(({ name }) => name)).toEqual(['ballot.inbox', 'congress.inbox', 'notifier.inbox', 'proposals.inbox']);
  });

  it('shows which event failed and why, and nothing that is written in it', async () => {
    const { jobs } = await failed();
    expect(jobs).toMatchObject([{ name: 'congress.unit-set-up.v1', failedReason: expect.stringContaining('unit') }]);
    const one = await (await ask(`${QUEUE}/${jobs[0]?.id}`, operator)).text();
    expect(one).toContain('congress.unit-set-up.v1');
    expect(`${JSON.stringify(jobs)}${one}`).not.toMatch(/CANARY|seal|signature/i);
  });

  it('has what failed tried again', async () => {
    const [{ id } = { id: '' }] = (await failed()).jobs;
    expect((await ask(`${QUEUE}/${id}/retry`, { ...operator, method: 'PUT', site: 'same-origin' })).status).toBe(204);
    await probe('it failed again', async () => (await failed()).counts['failed'] === 1);
    const all = await ask(`${QUEUE}/retry/failed`, { ...operator, method: 'PUT' });
    expect([all.status, await all.json()]).toEqual([200, { retried: 1, skipped: 0 }]);
  });

  it.each([
    ['PUT', `${QUEUE}/pause`],
    ['PUT', `${QUEUE}/empty`],
    ['PUT', `${QUEUE}/obliterate`],
    ['PUT', `${QUEUE}/clean/failed`],
    ['POST', `${QUEUE}/add`],
    ['PUT', `${PAGE}/api/queues/pause`],
    ['PUT', `${QUEUE}/concurrency`],
    ['PUT', `${QUEUE}/1/clean`],
    ['PATCH', `${QUEUE}/1/update-data`],
  ])('refuses what would make, hold or lose a job: %s %s', async (method, path) => {
    expect((await ask(path, { ...operator, method })).status).toBe(405);
  });

  it.each([
    ['a stranger', {}],
    ['a wrong token', { authorization: basic('operator', `${OPERATOR_TOKEN}.`) }],
    ['another name', { authorization: basic('secretary', OPERATOR_TOKEN) }],
    ['what is no sign-in', { authorization: 'Basic ???' }],
    ['a page of another house that asks with the sign-in', { ...operator, method: 'PUT', site: 'cross-site' }],
  ])('refuses %s', async (_, asked) => {
    for (const path of [`${PAGE}/`, `${PAGE}/api/queues`, `${QUEUE}/retry/failed`]) {
      const { method = 'GET' } = asked as Asked;
      if ((method === 'GET') === path.includes('/retry/')) continue;
      const answer = await ask(path, asked);
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, expect.stringMatching(/^Basic /)]);
      expect(await answer.json()).toMatchObject({ type: 'unauthenticated' });
    }
  });

  it('is not for whoever is signed in to the congress, whatever they are', async () => {
    const secretary = await stage.person({ office: 'SECRETARIAT' });
    expect((await stage.ask(secretary, 'GET', '/queues/')).status).toBe(401);
  });
});
