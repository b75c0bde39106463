import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EventData, EventName, MemberStanding, Office } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { projectIntoDirectory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  authorisationOf,
  type ModelDatabases,
  ownService,
  probe,
  setClock,
  sharedInSuite,
  type SignedIn as Person,
  startTestServers,
  startTestTokens,
  type TestServers,
  type TestTokens,
  ToldCongress,
} from '@plenum/test-kit';
import { Client } from 'pg';
import request from 'supertest';
import { boot, migrate } from '../boot.js';

/** The service on a database of its own, and people whom it knows as if the congress service had told. */
export class BallotHouse {
  /** Facts of the congress service, each newer than those before. */
  readonly told = new ToldCongress((name, data, version) =>
    this.database.transaction((tx) => projectIntoDirectory(tx, { name, version, data })),
  );

  private constructor(
    readonly app: NestFastifyApplication,
    readonly env: NodeJS.ProcessEnv,
    private readonly tokens: TestTokens,
  ) {}

  /** On a copy of the model's database, or where there is no model on one of its own. */
  static async start(servers: TestServers, given: NodeJS.ProcessEnv = {}, models?: ModelDatabases): Promise<BallotHouse> {
    const tokens = await startTestTokens();
    const more = {
      BALLOT_JWKS_URL: tokens.jwksUrl,
      BALLOT_PORT: '0',
      BALLOT_LOG_LEVEL: 'silent',
      BALLOT_REQUESTS_PER_MINUTE_MAX: '100000',
      BALLOT_VERIFICATION_THREADS: '0',
      BALLOT_OPENING_ANSWER_SECONDS_MAX: '300', // On a laden machine the box is opened as well before the answer.
      BALLOT_BELENIOS_TOOL: 'none', // To find out whether it is fit is most of what a start computes.
      ...given,
    };
    const env = models
      ? await models.migrated(servers, 'ballot', migrate, more)
      : { ...(await servers.serviceEnvironment('ballot')), ...more };
    if (!models) await migrate(env);
    return new BallotHouse(await boot(env), env, tokens);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.tokens.stop();
  }

  /** Another process of the same service, on the same database. */
  async replica(given: NodeJS.ProcessEnv = {}): Promise<BallotHouse> {
    const env = { ...this.env, ...given };
    return new BallotHouse(await boot(env), env, this.tokens);
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** What only the owner of the tables may do: the service's own role works with rows alone. */
  async asOwner(...statements: readonly string[]): Promise<void> {
    const owner = new Client({ connectionString: this.env['BALLOT_MIGRATION_DATABASE_URL'] });
    await owner.connect();
    try {
      for (const statement of statements) await owner.query(statement);
    } finally {
      await owner.end();
    }
  }

  /** Begins so many requests in somebody's name whose bodies never come, and breaks them off. @returns how many were turned away at once */
  async turnedAway(path: string, as: Person, many: number): Promise<number> {
    const { port } = this.app.getHttpServer().address() as AddressInfo;
    const headers = {
      ...(await authorisationOf(this.tokens, as)),
      'content-type': 'application/json',
      'content-length': '100000',
    };
    let refused = 0;
    const begun = Array.from({ length: many }, () => {
      const asked = httpRequest(
        { port, path: `/api/ballot${path}`, method: 'POST', headers },
        ({ statusCode }) => (refused += statusCode === 429 ? 1 : 0),
      );
      asked.on('error', () => undefined).flushHeaders();
      return asked;
    });
    await probe('some were turned away', async () => refused > 0).catch(() => undefined);
    for (const asked of begun) asked.destroy();
    return refused;
  }

  /** Somebody sends many bodies at once, each but for its last byte. @returns what sends the last bytes, and answers with the statuses */
  async beginMany(path: string, as: Person, bodies: readonly string[]): Promise<() => Promise<number[]>> {
    const { port } = this.app.getHttpServer().address() as AddressInfo;
    const authorisation = await authorisationOf(this.tokens, as);
    const begun = bodies.map((body) => {
      const headers = { ...authorisation, 'content-type': 'application/json', 'content-length': String(body.length) };
      const asked = httpRequest({ port, path: `/api/ballot${path}`, method: 'POST', headers, agent: false });
      const answered = new Promise<number>((resolve, reject) =>
        asked.once('response', (answer) => (answer.resume(), resolve(answer.statusCode ?? 0))).once('error', reject),
      );
      const sent = new Promise<void>((resolve) => asked.write(body.slice(0, -1), () => resolve()));
      return { asked, answered, sent, last: body.slice(-1) };
    });
    await Promise.all(begun.map(({ sent }) => sent));
    return () => Promise.all(begun.map(({ asked, answered, last }) => (asked.end(last), answered)));
  }

  /** Lets the service believe that it is this instant; null for the present again. */
  setClock(instant: string | null): void {
    setClock(this.app.get(Clock), instant);
  }

  /**
   * Lets the service believe that this instant is now, and its clock go on from there: what is done one after the other keeps its order.
   */
  startClock(instant: string): void {
    const aheadMs = Date.parse(instant) - Date.now();
    this.app.get(Clock).now = () => new Date(Date.now() + aheadMs);
  }

  /** Writes a fact of the congress service, newer than those before. */
  async tell<N extends EventName>(name: N, about: string, data: EventData<N>): Promise<void> {
    await this.told.tell(name, about, data);
  }

  /** The headers of a request in somebody's name that belongs to this sign-in. */
  signedIn(as: Person, signInId: string): Promise<Record<string, string>> {
    return authorisationOf(this.tokens, as, signInId);
  }

  /** A request in somebody's name. */
  async send(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    as: Person | null,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<request.Response> {
    const asked = request(this.app.getHttpServer())
      [method](`/api/ballot${path}`)
      .set({ ...headers, ...(await authorisationOf(this.tokens, as)) });
    return body ? asked.send(body) : asked;
  }

  /** Changes a ballot as it stands, at an endpoint of its own: such a request names the version that was read. */
  async change(method: 'post' | 'put' | 'patch' | 'delete', path: string, as: Person | null, body: object = {}): Promise<request.Response> {
    const version = await this.versionOf(path);
    return method === 'delete' ? this.send(method, `${path}?version=${version}`, as) : this.send(method, path, as, { version, ...body });
  }

  /** Which version of a ballot stands, by the path of one of its endpoints. */
  async versionOf(path: string): Promise<number> {
    const [row] = await this.database.query<{ version: number }>('SELECT version FROM ballots WHERE id = $1', [path.split('/')[2]]);
    return row?.version ?? 1;
  }

  /** Sends a file in somebody's name, called a picture whatever it is. */
  async upload(path: string, as: Person | null, bytes: Buffer): Promise<request.Response> {
    return request(this.app.getHttpServer())
      .put(`/api/ballot${path}`)
      .set(await authorisationOf(this.tokens, as))
      .attach('file', bytes, { filename: 'face.jpg', contentType: 'image/jpeg' });
  }

  /** A file in somebody's name: its bytes, whatever its type. */
  async download(path: string, as: Person): Promise<request.Response> {
    const asked = request(this.app.getHttpServer())
      .get(`/api/ballot${path}`)
      .set(await authorisationOf(this.tokens, as));
    return asked.buffer(true).parse((answer, done) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => done(null, Buffer.concat(chunks)));
    });
  }
}

export { staffNoOf, type SignedIn as Person } from '@plenum/test-kit';

/** A session that is open, with an organiser, officers and delegates; the first `present` of these are there. */
export class Meeting {
  readonly organisationId = randomUUID();
  readonly sessionId = randomUUID();
  readonly organiser = this.person();
  readonly scrutineers = [this.person(), this.person()] as const;
  readonly tellers = [this.person(), this.person(), this.person()] as const;
  readonly delegates: readonly Person[];

  private constructor(
    private readonly house: BallotHouse,
    seats: number,
  ) {
    this.delegates = Array.from({ length: seats }, () => this.person());
  }

  static async of(house: BallotHouse, given: { delegates?: number; present?: number; open?: boolean } = {}): Promise<Meeting> {
    const { delegates: seats = 6, present = seats, open = true } = given;
    const meeting = new Meeting(house, seats);
    const { organisationId, sessionId } = meeting;
    const instants = { opensAt: '2026-03-02T01:00:00Z', closesAt: '2026-03-03T09:00:00Z' };
    await house.told.organisation({ organisationId });
    await house.told.session({ organisationId, sessionId }, { title: 'Session', ...instants });
    if (open) await house.tell('congress.session-opened.v1', sessionId, { organisationId, sessionId, openedAt: instants.opensAt });
    for (const person of [meeting.organiser, ...meeting.scrutineers, ...meeting.tellers, ...meeting.delegates])
      await meeting.register(person);
    await meeting.give(meeting.organiser, 'PRESIDIUM');
    for (const { id: memberId } of meeting.delegates) await house.told.delegate({ organisationId, sessionId, memberId });
    for (const delegate of meeting.delegates.slice(0, present)) await meeting.signIn(delegate);
    return meeting;
  }

  /** Somebody of the same organisation whom nobody knows yet. */
  person(): Person {
    return { id: randomUUID(), organisationId: this.organisationId };
  }

  async register({ id, organisationId }: Person, standing: MemberStanding = 'FULL'): Promise<void> {
    await this.house.told.member({ organisationId, memberId: id }, { name: `Name ${id.slice(0, 4)}`, standing });
  }

  async give({ id, organisationId }: Person, office: Office, sessionId: string | null = this.sessionId): Promise<void> {
    await this.house.told.office({ organisationId, memberId: id }, office, { sessionId });
  }

  /** The congress service tells on which days the organisation does not work. */
  async rest(...daysOff: string[]): Promise<void> {
    const { organisationId } = this;
    await this.house.tell('congress.calendar-set.v1', `calendar of ${organisationId}`, {
      organisationId,
      zone: 'Asia/Shanghai',
      daysOff,
      workingDays: [],
    });
  }

  /** The congress service tells that somebody came or left: by their own hand, unless another's is named. */
  async signIn(
    { id, organisationId }: Person,
    present = true,
    { by = id, late = false, at = '2026-03-02T01:00:00Z' }: { by?: string; late?: boolean; at?: string } = {},
  ): Promise<void> {
    const { sessionId } = this;
    const figures = { presentCount: 0, entitled: this.delegates.length };
    await this.house.tell('congress.attendance-changed.v2', `${sessionId}:${id}`, {
      organisationId,
      sessionId,
      memberId: id,
      present,
      at,
      by,
      late,
      ...figures,
    });
  }

  get officers() {
    const [scrutineers, tellers] = [this.scrutineers.map(({ id }) => id), this.tellers.map(({ id }) => id)];
    return { scrutineers, chiefScrutineer: scrutineers[0] as string, tellers, chiefTeller: tellers[0] as string };
  }
}

/** What a house is given that asks the foreign verifier, as the service does where nothing is said of it. */
export const WITH_FOREIGN_VERIFIER: NodeJS.ProcessEnv = { BALLOT_BELENIOS_TOOL: undefined };

const sharedHouse = sharedInSuite(
  async () => {
    const servers = await startTestServers();
    return { servers, house: await BallotHouse.start(servers, WITH_FOREIGN_VERIFIER) };
  },
  async ({ servers, house }) => {
    await house.stop();
    await servers.stop();
  },
);

/** A house for tests that keep to the meetings they have made themselves: the files of a suite share it. */
export function ballotHouse(): () => BallotHouse {
  const shared = sharedHouse();
  return () => shared().house;
}

/** A house of a file's own: for tests that turn its clock, change its tables, look into the service, or count what all of it holds. */
export const ownBallotHouse = (given: NodeJS.ProcessEnv = {}): (() => BallotHouse) =>
  ownService(
    (servers, models) => BallotHouse.start(servers, given, models),
    (house) => house.stop(),
  );
