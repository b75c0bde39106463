import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DelegateKind, EventData, EventName, NoticeEnd, Office } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { projectIntoDirectory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { Messaging } from '@plenum/messaging';
import {
  type Answer,
  authorisationOf,
  type ModelDatabases,
  ownService,
  probe,
  PushServer,
  type ServiceClient,
  serviceClients,
  type ServiceMethod,
  setClock,
  startTestMailbox,
  startTestTokens,
  type TestMailbox,
  type TestServers,
  type TestTokens,
  ToldCongress,
} from '@plenum/test-kit';
import { boot, migrate } from '../boot.js';
import { NotifierConfig } from '../notifier.config.js';
import { Publisher } from './publisher.js';
import { RobotServer } from './robot-server.js';
import { SmsServer } from './sms-server.js';

/** Somebody of the organisation on stage. */
export interface Person {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly mail: string;
}

export interface Role {
  readonly seat?: DelegateKind;
  readonly office?: Office;
  readonly unitId?: string;
  readonly mail?: string | null;
}

/** A notice as its reader gets it. */
export interface NoticeSeen {
  readonly id: string;
  readonly code: string;
  readonly params: Record<string, string | number>;
  readonly link: string | null;
  readonly readAt: string | null;
  readonly over: NoticeEnd | null;
}

export const PUBLIC_URL = 'https://congress.example.test';
export const OPERATOR_TOKEN = 'operator-token-of-the-tests';

interface Parts {
  readonly app: NestFastifyApplication;
  readonly publisher: Publisher;
  readonly mailbox: TestMailbox;
  readonly tokens: TestTokens;
  readonly robots: RobotServer;
  readonly pushes: PushServer;
  readonly sms: SmsServer;
  readonly env: NodeJS.ProcessEnv;
  readonly redisUrl: string;
}

/** The notifier on real servers with a real mail server, somebody else's outbox, and an organisation in the directory. */
export class Stage {
  readonly organisationId = randomUUID() as string;
  readonly sessionId = randomUUID() as string;
  readonly unitId = randomUUID() as string;
  readonly told = new ToldCongress((name, data, version) => this.know(name, data, version));
  private readonly running = ownService(
    (servers, models) => this.start(servers, models),
    (parts) => this.stop(parts),
  );
  private starting: Parts | undefined;
  private readonly others: NestFastifyApplication[] = [];

  get app(): NestFastifyApplication {
    return this.parts.app;
  }

  get database(): Database {
    return this.app.get(Database);
  }

  get mailbox(): TestMailbox {
    return this.parts.mailbox;
  }

  /** The groups of WeCom, DingTalk and Feishu. */
  get robots(): RobotServer {
    return this.parts.robots;
  }

  /** The push service of a browser's maker. */
  get pushes(): PushServer {
    return this.parts.pushes;
  }

  /** The gateway of SMS of somebody. */
  get sms(): SmsServer {
    return this.parts.sms;
  }

  get redisUrl(): string {
    return this.parts.redisUrl;
  }

  get publisher(): Publisher {
    return this.parts.publisher;
  }

  /** Cuts every connection of the service to its database, as a restart of PostgreSQL does. */
  async cutConnections(): Promise<void> {
    // The connection that asks is cut too: its error is the proof.
    await this.database
      .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user')
      .catch(() => undefined);
  }

  /** Another replica of the service, on the same database; it hears what is told from here on. */
  async replica(): Promise<NestFastifyApplication> {
    const app = await boot(this.parts.env);
    this.others.push(app);
    await this.listening(1 + this.others.length);
    return app;
  }

  async closeReplica(app: NestFastifyApplication): Promise<void> {
    this.others.splice(this.others.indexOf(app), 1);
    await app.close();
  }

  /** For how long notices wait for each other: not at all unless a test is about it. */
  set letterWindowS(seconds: number) {
    this.app.get(NotifierConfig).letterWindowS = seconds;
  }

  /** Moves the service's clock; null lets it run again. */
  setClock(instant: Date | string | null, app = this.app): void {
    setClock(app.get(Clock), instant);
  }

  /** Writes a fact of the congress service straight into the directory. */
  know<N extends EventName>(name: N, data: EventData<N>, version = 1): Promise<void> {
    return this.database.transaction((tx) => projectIntoDirectory(tx, { name, version, data } as never));
  }

  async person({ seat, office, unitId, mail }: Role = {}, organisationId = this.organisationId): Promise<Person> {
    const id = randomUUID();
    const name = `Member ${id.slice(0, 8)}`;
    const address = mail === undefined ? `${id.slice(0, 8)}@example.test` : mail;
    const member = { organisationId, memberId: id };
    await this.told.member(member, { name, mail: address });
    if (seat) await this.told.delegate({ ...member, sessionId: this.sessionId }, seat);
    if (office) await this.told.office(member, office, { sessionId: unitId ? null : this.sessionId, unitId: unitId ?? null });
    return { id, organisationId, name, mail: address ?? '' };
  }

  /** Another delegation of the session, with its head where there is one. */
  delegation(headMemberId: string | null): Promise<void> {
    const { organisationId, sessionId } = this;
    return this.told.delegation({ organisationId, sessionId }, randomUUID(), headMemberId);
  }

  /** Says an event as its publisher would, and waits until the notifier has handled it. */
  async hear<N extends EventName>(name: N, data: EventData<N>, options: { version?: number; aggregateId?: string } = {}): Promise<void> {
    await this.publisher.publish(name, data, options);
    await this.allHeard();
  }

  /** Tells somebody what the rules require to be served: an office of theirs. */
  appoint({ organisationId, id: memberId }: Person): Promise<void> {
    const office = { officeId: randomUUID(), office: 'TELLER' as const, sessionId: this.sessionId, unitId: null, chief: false };
    return this.hear('congress.office-assigned.v1', { organisationId, memberId, ...office });
  }

  async allHeard(): Promise<void> {
    await probe('the notifier has handled every event', () => this.publisher.isHeard(this.database, this.app.get(Messaging)));
  }

  async ask(person: Person | null, method: ServiceMethod, path: string, body?: object, app = this.app): Promise<Answer> {
    return serviceClients(`${await app.getUrl()}/api/notifier`, this.parts.tokens)(person).send(method, path, body);
  }

  /** Asks for a file. */
  async askRaw(person: Person, path: string): Promise<Response> {
    return fetch(`${await this.app.getUrl()}/api/notifier${path}`, {
      headers: await authorisationOf(this.parts.tokens, person, randomUUID()),
    });
  }

  /** Has somebody choose how to be told, otherwise as they did before. */
  async prefers(person: Person, wanted: object): Promise<Answer> {
    const { ways, hasAddress, timeZone, ...before } = (await this.ask(person, 'GET', '/preferences')).body;
    return this.ask(person, 'PUT', '/preferences', { ...before, ...wanted });
  }

  /** Asks in somebody's name, always from the same device. */
  async client(person: Person, signInId: string): Promise<ServiceClient> {
    return serviceClients(`${await this.app.getUrl()}/api/notifier`, this.parts.tokens)(person, signInId);
  }

  async notices(person: Person, query = ''): Promise<NoticeSeen[]> {
    return (await this.ask(person, 'GET', `/notices?pageSize=200${query}`)).body.items;
  }

  async codes(person: Person): Promise<string[]> {
    return (await this.notices(person)).map(({ code }) => code);
  }

  /** Opens the live stream; what comes is gathered as text. */
  async follow(
    person: Person,
    app = this.app,
    signInId: string = randomUUID(),
  ): Promise<{ text(): string; hasEnded(): boolean; stop(): void; headers: Headers }> {
    const control = new AbortController();
    const response = await fetch(`${await app.getUrl()}/api/notifier/notices/stream`, {
      headers: await authorisationOf(this.parts.tokens, person, signInId),
      signal: control.signal,
    });
    if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
    let [text, ended] = ['', false];
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) text += decoder.decode(chunk, { stream: true });
    })();
    reading.catch(() => undefined).finally(() => (ended = true));
    return { text: () => text, hasEnded: () => ended, stop: () => control.abort(), headers: response.headers };
  }

  /** A stream that is opened before its replica listens is told to look again, and gets no notice of that moment. */
  private async listening(replicas: number): Promise<void> {
    const listeners = `
      SELECT count(*)::int AS count
      FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'plenum-notifier-wire' AND state = 'idle' AND query LIKE 'LISTEN%'
    `;
    await probe('every replica listens', async () => (await this.database.query<{ count: number }>(listeners))[0]?.count === replicas);
  }

  private get parts(): Parts {
    return this.starting ?? this.running();
  }

  private async start(servers: TestServers, models: ModelDatabases): Promise<Parts> {
    const [tokens, mailbox, robots, pushes, sms] = await Promise.all([
      startTestTokens(),
      startTestMailbox(),
      new RobotServer().start(),
      new PushServer().start(),
      new SmsServer().start(),
    ]);
    const env = await models.migrated(servers, 'notifier', migrate, {
      NOTIFIER_JWKS_URL: tokens.jwksUrl,
      NOTIFIER_LOG_LEVEL: 'silent',
      NOTIFIER_REQUESTS_PER_MINUTE_MAX: '1000000',
      NOTIFIER_SMTP_URL: mailbox.url,
      NOTIFIER_MAIL_FROM: 'Plenum <plenum@example.test>',
      NOTIFIER_PUBLIC_URL: PUBLIC_URL,
      NOTIFIER_LETTER_WINDOW_S: '0',
      NOTIFIER_ROBOT_TRIAL_ORIGIN: robots.origin,
      NOTIFIER_PUSH_KEY: newPushKey(),
      NOTIFIER_PUSH_TRIAL_ORIGIN: pushes.origin,
      NOTIFIER_SMS_OWN_ORIGINS: sms.origin,
      NOTIFIER_SMS_PER_DAY_MAX: '3',
      NOTIFIER_ANSWER_WITHIN_MS: '1500',
      NOTIFIER_OPERATOR_TOKEN: OPERATOR_TOKEN,
    });
    const app = await boot(env);
    const { redisUrl } = servers;
    const publisher = await Publisher.start(await servers.createTestDatabase('publisher'), redisUrl);
    this.starting = { app, publisher, mailbox, tokens, robots, pushes, sms, env, redisUrl };
    await this.listening(1);
    const { organisationId, sessionId, unitId } = this;
    await this.told.organisation({ organisationId }, 'school');
    await this.told.unit({ organisationId }, unitId, 'Logistics');
    const times = { opensAt: '2026-05-30T00:00:00.000Z', closesAt: '2026-06-01T00:00:00.000Z' };
    await this.told.session({ organisationId, sessionId }, { title: 'Session 2', ...times });
    return this.starting;
  }

  private async stop({ app, publisher, mailbox, tokens, robots, pushes, sms }: Parts): Promise<void> {
    await Promise.all(this.others.splice(0).map((other) => other.close()));
    await publisher.stop();
    await app.close();
    await Promise.all([mailbox.stop(), tokens.stop(), robots.stop(), pushes.stop(), sms.stop()]);
  }
}

const newPushKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
