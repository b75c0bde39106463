import { generateKeyPairSync } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '@plenum/database';
import { freePort, type ModelDatabases, ownService, startTestMailbox, type TestMailbox, type TestServers } from '@plenum/test-kit';
import supertest from 'supertest';
import { boot, migrate } from '../boot.js';

export const OPERATOR_TOKEN = 'an-operator-token-for-tests';
export const PASSWORD = 'green-river-42';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const SIGNING_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Somebody who is signed in, with the token that says so. */
export interface Person {
  readonly memberId: string;
  readonly organisationId: string;
  readonly staffNo: string;
  readonly accessToken: string;
}

type Agent = ReturnType<typeof supertest.agent>;

/** The congress service on real servers, and people who use it through its endpoints. */
export interface CongressHouse {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly url: string;
  /** What the service mails. */
  readonly mailbox: TestMailbox;
  /** Requests of nobody in particular. */
  readonly anybody: Agent;
  /** Sends a request as somebody: method, path below `/api/congress`, body. */
  as(person: Person | null): Record<'get' | 'post' | 'put' | 'patch' | 'delete', (path: string, body?: object) => supertest.Test>;
  /** The same for what is changed as it stands: the request names the version that somebody reads there. */
  changing(person: Person): Record<'post' | 'put' | 'patch' | 'delete', (path: string, body?: object) => Changing>;
  /** Founds an organisation; its secretary is signed in. */
  found(code: string): Promise<Person>;
  /** Registers a member and lets it sign in for the first time. */
  join(secretary: Person, staffNo: string, name?: string): Promise<Person>;
  /** A session of two thirds, in a term of its own, not yet opened. */
  session(secretary: Person, termNo?: number): Promise<string>;
  /** Rows of the outbox by event name, in their order. */
  told(name: string): Promise<{ aggregate_id: string; version: number; data: Record<string, unknown> }[]>;
}

/** A change that is sent once it is asked for its answer. */
interface Changing {
  sent(): Promise<supertest.Response>;
  expect(status: number): Promise<supertest.Response>;
}

/** Where the version is kept of what stands at an address; its ids are those of the path. */
const VERSIONS: readonly (readonly [path: RegExp, sql: string])[] = [
  [/^\/sessions\/(.+)\/delegates\/(.+)$/, 'SELECT version FROM seats WHERE session_id = $1 AND member_id = $2'],
  [/^\/sessions\/.+\/delegations\/(.+)$/, 'SELECT version FROM delegations WHERE id = $1'],
  [/^\/sessions\/([^/]+)/, 'SELECT revision AS version FROM sessions WHERE id = $1'],
  [/^\/members\/([^/]+)/, 'SELECT version FROM members WHERE id = $1'],
  [/^\/units\/([^/]+)/, 'SELECT version FROM units WHERE id = $1'],
  [/^\/roster-imports\/([^/]+)/, 'SELECT version FROM roster_imports WHERE id = $1'],
];

interface Running {
  readonly app: NestFastifyApplication;
  readonly mailbox: TestMailbox;
  readonly url: string;
}

/** Starts the service, which proves its own tokens, and what catches its mails. */
async function start(servers: TestServers, models: ModelDatabases): Promise<Running> {
  const [port, mailbox] = [await freePort(), await startTestMailbox()];
  const url = `http://127.0.0.1:${port}`;
  const env = await models.migrated(servers, 'congress', migrate, {
    CONGRESS_PORT: String(port),
    CONGRESS_JWKS_URL: `${url}/api/congress/.well-known/jwks.json`,
    CONGRESS_SIGNING_KEY: SIGNING_KEY,
    CONGRESS_OPERATOR_TOKEN: OPERATOR_TOKEN,
    CONGRESS_SMTP_URL: mailbox.url,
    CONGRESS_LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
  });
  return { app: await boot(env), mailbox, url };
}

async function stop({ app, mailbox }: Running): Promise<void> {
  await app.close();
  await mailbox.stop();
}

/** Starts the service before the tests of a file and stops it after them. */
export function congressHouse(): CongressHouse {
  const running = ownService(start, stop);
  const database = (): Database => running().app.get(Database);
  const as = (person: Person | null) => {
    const call = (method: 'get' | 'post' | 'put' | 'patch' | 'delete') => (path: string, body?: object) => {
      const request = supertest(running().url)[method](`/api/congress${path}`);
      if (person) void request.set('authorization', `Bearer ${person.accessToken}`);
      return body === undefined ? request : request.send(body);
    };
    return { get: call('get'), post: call('post'), put: call('put'), patch: call('patch'), delete: call('delete') };
  };
  const versionAt = async (path: string): Promise<number> => {
    const [found] = VERSIONS.flatMap(([pattern, sql]) =>
      pattern.exec(path) ? [{ sql, ids: [...(pattern.exec(path) ?? [])].slice(1) }] : [],
    );
    if (!found) throw new Error(`Nothing says where the version of ${path} is kept.`);
    const [row] = await database().query<{ version: number }>(found.sql, found.ids);
    return row?.version ?? (found.sql.includes('seats') ? 0 : 1);
  };
  const changing = (person: Person) => {
    const call =
      (method: 'post' | 'put' | 'patch' | 'delete') =>
      (path: string, body: { readonly memberId?: string } & object = {}): Changing => {
        const place = path.endsWith('/delegates') ? `${path}/${body.memberId}` : path;
        const asked = async () => as(person)[method](path, { version: await versionAt(place), ...body });
        return {
          sent: asked,
          expect: async (status) => {
            const answer = await asked();
            expect({ status: answer.status, body: answer.body }).toEqual({ status, body: answer.body });
            return answer;
          },
        };
      };
    return { post: call('post'), put: call('put'), patch: call('patch'), delete: call('delete') };
  };
  return {
    get app() {
      return running().app;
    },
    get database() {
      return database();
    },
    get url() {
      return running().url;
    },
    get mailbox() {
      return running().mailbox;
    },
    get anybody() {
      return supertest.agent(running().url);
    },
    as,
    changing,
    ...stepsBy(as),
    told: (name) => database().query('SELECT aggregate_id, version, data FROM outbox WHERE name = $1 ORDER BY position', [name]),
  };
}

/** What organisations and their people begin with. */
function stepsBy(as: CongressHouse['as']): Pick<CongressHouse, 'found' | 'join' | 'session'> {
  const firstSignIn = async (organisation: string, staffNo: string, signInCode: string): Promise<Person> => {
    const { body } = await as(null).post('/first-sign-in', { organisation, staffNo, signInCode, password: PASSWORD }).expect(200);
    return { memberId: body.member.id, organisationId: body.member.organisationId, staffNo, accessToken: body.accessToken };
  };
  return {
    async found(code) {
      const secretary = { staffNo: 'S1', name: '秘书甲' };
      const { body } = await as(null)
        .post('/organisations', { code, name: `学校 ${code}`, level: 1, secretary })
        .set('x-operator-token', OPERATOR_TOKEN)
        .expect(201);
      return firstSignIn(code, 'S1', body.signInCode);
    },
    async join(secretary, staffNo, name = `教师 ${staffNo}`) {
      const member = await as(secretary).post('/members', { staffNo, name }).expect(201);
      const codes = await as(secretary)
        .post('/members/sign-in-codes', { memberIds: [member.body.id] })
        .expect(201);
      const me = await as(secretary).get('/me').expect(200);
      return firstSignIn(me.body.organisation.code, staffNo, codes.body.codes[0].signInCode);
    },
    async session(secretary, termNo = 1) {
      const from = 2000 + termNo * 3;
      const term = await as(secretary)
        .post('/terms', { termNo, kind: 'STAFF_CONGRESS', from: `${from}-09-01`, to: `${from + 3}-08-31` })
        .expect(201);
      const times = { opensAt: `${from + 1}-03-20T08:30:00+08:00`, closesAt: `${from + 1}-03-21T17:00:00+08:00` };
      const session = await as(secretary)
        .post('/sessions', {
          termId: term.body.id,
          sessionNo: 1,
          title: `第 ${termNo} 届一次`,
          ...times,
          quorum: { num: 2, den: 3, inclusive: true },
        })
        .expect(201);
      return session.body.id as string;
    },
  };
}
