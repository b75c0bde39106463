import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DelegateKind, EventData, EventName, Office } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { projectIntoDirectory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  probe,
  startTestMailbox,
  startTestTokens,
  testServers,
  type TestMailbox,
  type TestServers,
  type TestTokens,
} from '@plenum/test-kit';
import { boot, migrate } from '../boot.js';
import { Publisher } from './publisher.js';

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
}

const HOOK_TIMEOUT_MS = 120_000;
export const PUBLIC_URL = 'https://congress.example.test';

/** The notifier on real servers with a real mail server, somebody else's outbox, and an organisation in the directory. */
export class Stage {
  readonly organisationId = randomUUID() as string;
  readonly sessionId = randomUUID() as string;
  readonly unitId = randomUUID() as string;
  private readonly servers: TestServers;
  private running:
    { app: NestFastifyApplication; publisher: Publisher; mailbox: TestMailbox; tokens: TestTokens; env: NodeJS.ProcessEnv } | undefined;
  private readonly others: NestFastifyApplication[] = [];

  constructor() {
    // Hooks run in the order they are named: the service stops before its servers do.
    afterAll(() => this.stop(), HOOK_TIMEOUT_MS);
    this.servers = testServers();
    beforeAll(() => this.start(), HOOK_TIMEOUT_MS);
  }

  get app(): NestFastifyApplication {
    return this.parts.app;
  }

  get database(): Database {
    return this.app.get(Database);
  }

  get mailbox(): TestMailbox {
    return this.parts.mailbox;
  }

  get redisUrl(): string {
    return this.servers.redisUrl;
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

  /** Moves the service's clock; null lets it run again. */
  setClock(instant: Date | string | null, app = this.app): void {
    app.get(Clock).now = () => (instant === null ? new Date() : new Date(instant));
  }

  /** Writes a fact of the congress service straight into the directory. */
  know<N extends EventName>(name: N, data: EventData<N>, version = 1): Promise<void> {
    return this.database.transaction((tx) => projectIntoDirectory(tx, { name, version, data } as never));
  }

  async person({ seat, office, unitId, mail }: Role = {}, organisationId = this.organisationId): Promise<Person> {
    const id = randomUUID();
    const name = `Member ${id.slice(0, 8)}`;
    const address = mail === undefined ? `${id.slice(0, 8)}@example.test` : mail;
    await this.know('congress.member-registered.v2', {
      organisationId,
      memberId: id,
      staffNo: id.slice(0, 8),
      name,
      mail: address,
      unitId: null,
      active: true,
      standing: 'FULL',
      hasVote: true,
    });
    if (seat)
      await this.know('congress.delegate-seated.v1', {
        organisationId,
        sessionId: this.sessionId,
        memberId: id,
        delegationId: null,
        kind: seat,
      });
    if (office) {
      await this.know('congress.office-assigned.v1', {
        organisationId,
        officeId: randomUUID(),
        memberId: id,
        office,
        sessionId: unitId ? null : this.sessionId,
        unitId: unitId ?? null,
        chief: false,
      });
    }
    return { id, organisationId, name, mail: address ?? '' };
  }

  /** Says an event as its publisher would, and waits until the notifier has handled it. */
  async hear<N extends EventName>(name: N, data: EventData<N>, options: { version?: number; aggregateId?: string } = {}): Promise<void> {
    await this.publisher.publish(name, data, options);
    await this.allHeard();
  }

  async allHeard(): Promise<void> {
    await probe('the notifier has handled every event', () => this.publisher.isHeard(this.database));
  }

  async ask(
    person: Person | null,
    method: string,
    path: string,
    body?: unknown,
    app = this.app,
  ): Promise<{ status: number; body: ReturnType<JSON['parse']> }> {
    const headers = { ...(await this.authorisation(person)), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const response = await fetch(`${await app.getUrl()}/api/notifier${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
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
      headers: await this.authorisation(person, signInId),
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

  private async authorisation(person: Person | null, signInId: string = randomUUID()): Promise<Record<string, string>> {
    return person
      ? { authorization: `Bearer ${await this.parts.tokens.tokenFor(person.id, person.organisationId, { sid: signInId })}` }
      : {};
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

  private get parts() {
    if (!this.running) throw new Error('the stage is there from the first test on');
    return this.running;
  }

  private async start(): Promise<void> {
    const [tokens, mailbox] = await Promise.all([startTestTokens(), startTestMailbox()]);
    const env = {
      ...(await this.servers.serviceEnvironment('notifier')),
      NOTIFIER_JWKS_URL: tokens.jwksUrl,
      NOTIFIER_LOG_LEVEL: 'silent',
      NOTIFIER_REQUESTS_PER_MINUTE_MAX: '1000000',
      NOTIFIER_SMTP_URL: mailbox.url,
      NOTIFIER_MAIL_FROM: 'Plenum <plenum@example.test>',
      NOTIFIER_PUBLIC_URL: PUBLIC_URL,
    };
    await migrate(env);
    const app = await boot(env);
    const publisher = await Publisher.start(await this.servers.createTestDatabase('publisher'), this.servers.redisUrl);
    this.running = { app, publisher, mailbox, tokens, env };
    await this.listening(1);
    const { organisationId, sessionId, unitId } = this;
    await this.know('congress.organisation-founded.v1', { organisationId, code: 'school', name: 'A school', level: 1, parentId: null });
    await this.know('congress.unit-set-up.v1', { organisationId, unitId, code: 'logistics', name: 'Logistics' });
    const times = { opensAt: '2026-05-30T00:00:00.000Z', closesAt: '2026-06-01T00:00:00.000Z' };
    await this.know('congress.session-set-up.v1', {
      organisationId,
      sessionId,
      termNo: 7,
      sessionNo: 2,
      title: 'Session 2',
      ...times,
      quorum: { num: 2, den: 3, inclusive: true },
    });
  }

  private async stop(): Promise<void> {
    await Promise.all(this.others.splice(0).map((app) => app.close()));
    if (!this.running) return;
    const { app, publisher, mailbox, tokens } = this.running;
    await publisher.stop();
    await app.close();
    await Promise.all([mailbox.stop(), tokens.stop()]);
  }
}
