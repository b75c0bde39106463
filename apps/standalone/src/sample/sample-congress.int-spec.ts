import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { syntheticPeople } from '@plenum/test-kit';

import { openHouse, type House } from '../house.js';
import { programOf, SERVICES } from '../services/service-list.js';
import { readConfig, type StandaloneConfig } from '../standalone.config.js';
import { repositoryRoot } from '../testing/repository-root.js';
import { ApiClient, type Listed } from './api-client.js';
import { loadLife } from './life/sample-life.js';
import { loadSample, type Sample } from './sample-congress.js';
import { ROLES, UNITS } from './sample-people.js';

const root = repositoryRoot();
const SEED = 2026;

jest.setTimeout(300_000); // The real services, on a machine that may be laden.

describe('the roster of the sample', () => {
  it('names nobody but made-up people', async () => {
    const [, ...lines] = (await readFile(path.join(root, 'apps/standalone/sample/roster.csv'), 'utf8')).trim().split('\n');
    const people = lines.map((line) => line.split(',')).map(([staffNo, name, , email]) => ({ staffNo, name, email }));
    expect(people).toEqual(syntheticPeople(people.length, SEED));
  });
});

describe('loading the sample congress', () => {
  const never = new AbortController().signal;
  let config: StandaloneConfig;
  let opened: House | undefined;

  const load = (signal: AbortSignal, tell: (line: string) => void = () => undefined): Promise<Sample> =>
    loadSample({ house: opened as House, config, root, tell, signal });
  const progressFile = (): string => path.join(config.dataFolder, 'sample.json');
  const count = async (client: ApiClient, address: string): Promise<number> => (await client.get<Listed<unknown>>(address)).items.length;

  beforeAll(async () => {
    const missing = SERVICES.filter((service) => !existsSync(path.join(root, programOf(service))));
    if (missing.length > 0) throw new Error(`Build first (npm run build): ${missing.join(', ')}.`);
    config = { ...readConfig({ PLENUM_DATA: await mkdtemp(path.join(tmpdir(), 'plenum-sample-')), LOG_LEVEL: 'warn' }, root), port: 0 };
    opened = await openHouse({ config, root, tell: () => undefined, signal: never });
  });

  afterAll(async () => {
    await opened?.close(); // Undefined when it never opened: that failure is the one to be told.
    await rm(config.dataFolder, { recursive: true, force: true });
  });

  it.each(SERVICES)('goes to a house whose door asks %s about a stranger before their body has come', async (service) => {
    const asked = request(`${(opened as House).url}/api/${service}/anything`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 5_000 },
    });
    asked.flushHeaders();
    // Before it would be told that it is too slow.
    const [answer] = (await once(asked, 'response', { signal: AbortSignal.timeout(10_000) })) as [IncomingMessage];
    asked.on('error', () => undefined).destroy();
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([401, expect.stringContaining('application/problem+json')]);
  });

  it('goes on where it was when it is killed, again and again, and doubles nothing', async () => {
    for (const afterMs of [60, 250, 600, 1_200, 2_500]) {
      await load(AbortSignal.timeout(afterMs)).catch((error: Error) => expect(error.name).toMatch(/TimeoutError|AbortError/));
    }
    const { organisation, password, roles } = await load(never);
    expect(roles).toEqual(ROLES);
    const stranger = new ApiClient((opened as House).url, never);
    const people = await Promise.all(
      roles.map(async ({ staffNo }) =>
        stranger.as(
          (await stranger.post<{ accessToken: string }>('/api/congress/sign-in', { organisation, staffNo, password })).accessToken,
        ),
      ),
    );
    const [secretary, , committee] = people as [ApiClient, ApiClient, ApiClient];
    const sessions = await secretary.get<Listed<{ id: string; entitled: number }>>('/api/congress/sessions');
    expect(sessions.items).toMatchObject([{ entitled: 57 }]);
    const sessionId = sessions.items[0]?.id;
    expect({
      terms: await count(secretary, '/api/congress/terms'),
      units: await count(secretary, '/api/congress/units?pageSize=200'),
      members: await count(secretary, '/api/congress/members?pageSize=200'),
      delegations: await count(secretary, `/api/congress/sessions/${sessionId}/delegations`),
      offices: await count(secretary, '/api/congress/offices?pageSize=200'),
      calls: await count(committee, `/api/proposals/calls?sessionId=${sessionId}`),
      submitted: await count(committee, '/api/proposals/proposals?scope=board'),
    }).toEqual({ terms: 1, units: UNITS.length, members: 60, delegations: 6, offices: 9, calls: 1, submitted: 1 });
    const mine = await Promise.all(people.map((client) => count(client, '/api/proposals/proposals?scope=mine')));
    // One filed it, one signed it, one signed it and drafts another; nobody else has any.
    expect(mine).toEqual([...Array<number>(9).fill(0), 1, 1, 2]);
  });

  it('is not done a second time, and no one-time code is kept', async () => {
    const told: string[] = [];
    await load(never, (line) => told.push(line));
    expect(told).toEqual([]);
    expect(JSON.parse(await readFile(progressFile(), 'utf8'))).toEqual({ organisation: expect.stringMatching(/^demo/), isFinished: true });
  });

  it('has a past and a present with the figures of the walkthrough, also when their telling was killed', async () => {
    const sample = await load(never);
    const options = (signal: AbortSignal) => ({ house: opened as House, config, root, tell: () => undefined, signal });
    await loadLife(options(AbortSignal.timeout(4_000)), sample).catch((error: Error) =>
      expect(error.name).toMatch(/TimeoutError|AbortError/),
    );
    await loadLife(options(never), sample);
    expect(await loadLife(options(never), sample)).toBe(false);
    const stranger = new ApiClient((opened as House).url, never);
    const signedIn = async (staffNo: string) =>
      stranger.as(
        (
          await stranger.post<{ accessToken: string }>('/api/congress/sign-in', {
            organisation: sample.organisation,
            staffNo,
            password: sample.password,
          })
        ).accessToken,
      );
    const [committee, secretary] = [await signedIn('T00003'), await signedIn('T00001')];
    const sessions = (
      await committee.get<Listed<{ id: string; sessionNo: number; state: string; entitled: number }>>('/api/congress/sessions')
    ).items;
    expect(sessions.map(({ sessionNo, state, entitled }) => [sessionNo, state, entitled]).sort()).toEqual([
      [1, 'CLOSED', 57],
      [2, 'OPEN', 57],
      [3, 'SET_UP', 57],
    ]);
    const held = sessions.find(({ sessionNo }) => sessionNo === 1)?.id;
    expect(await committee.get(`/api/proposals/proposals/statistics?sessionId=${held}`)).toMatchObject({
      received: 11,
      filed: 8,
      suggestions: 2,
      notFiled: 1,
      signers: { personTimes: 52 },
    });
    const { items: ballots } =
      await secretary.get<Listed<{ id: string; title: string; state: string }>>('/api/ballot/ballots?pageSize=100');
    expect(ballots.map(({ state }) => state).sort()).toEqual(['OPEN', 'PUBLISHED', 'PUBLISHED', 'ROLL_FROZEN', 'RULES_DRAFT']);
    interface Outcome {
      readonly status: string;
      readonly items?: readonly object[];
      readonly elected?: readonly string[];
      readonly ranking?: readonly object[];
    }
    const outcomeOf = async (title: string) =>
      (await committee.get<{ outcome: Outcome }>(`/api/ballot/ballots/${ballots.find((ballot) => ballot.title === title)?.id}/result`))
        .outcome;
    expect(await outcomeOf('岗位竞聘方案')).toMatchObject({ status: 'passed', items: [{ yes: 48, no: 5, abstain: 3, needed: 29 }] });
    const { status, elected, ranking } = await outcomeOf('工会委员会委员选举');
    expect([status, elected?.length, ranking?.length]).toEqual(['decided', 9, 10]);
  });

  it('founds anew under another code when the founder’s one-time code was lost', async () => {
    await writeFile(progressFile(), JSON.stringify({ organisation: 'demo', isFinished: false }));
    expect((await load(never)).organisation).toMatch(/^demo-\d+$/);
  });
});
