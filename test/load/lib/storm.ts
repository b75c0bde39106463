import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NewEvent } from '@plenum/contracts';
import { createDataSource, Database } from '@plenum/database';
import { freePort } from '@plenum/local-servers';
import { Messaging, MESSAGING_MIGRATIONS } from '@plenum/messaging';
import {
  probe,
  startTestMailbox,
  startTestTokens,
  testEventKeys,
  type TestMailbox,
  type TestServers,
  ToldCongress,
} from '@plenum/test-kit';
import { Client } from 'pg';
import { repositoryRoot } from '../../lib/repository.js';

const SERVICE = join(repositoryRoot(), 'apps/notifier/dist/main.js');
const LOOK_EVERY_MS = 10;

/** How hard it blows. */
export interface Storm {
  readonly facts: number;
  readonly people: number;
  readonly seconds: number;
}

/** What came of it: times in ms from the commit of a fact until its notice is in the inbox. */
export interface StormFigures {
  readonly p50: number;
  readonly p99: number;
  /** From the last fact until everything was told. */
  readonly behindMs: number;
  readonly notices: number;
  readonly letters: number;
  /** The most that one person got. */
  readonly lettersMax: number;
}

/** Facts about people in a few seconds, told by the real notifier with a real mail server, each person's by many others. */
export async function storm(servers: TestServers, { facts, people, seconds }: Storm): Promise<StormFigures> {
  const [tokens, mailbox] = await Promise.all([startTestTokens(), startTestMailbox()]);
  const environment: Record<string, string> = {
    ...(await servers.serviceEnvironment('notifier', 'storm')),
    NODE_ENV: 'production',
    NOTIFIER_JWKS_URL: tokens.jwksUrl,
    NOTIFIER_SMTP_URL: mailbox.url,
    NOTIFIER_MAIL_FROM: 'Plenum <plenum@example.test>',
    NOTIFIER_PUBLIC_URL: 'http://localhost:8080',
  };
  execFileSync(process.execPath, [SERVICE, 'migrate'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
  const port = await freePort();
  const notifier = spawn(process.execPath, [SERVICE, 'run'], {
    env: { ...process.env, ...environment, NOTIFIER_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const inbox = new Client({ connectionString: environment['NOTIFIER_DATABASE_URL'] });
  const publisher = await Publisher.start(await servers.createTestDatabase('storm_publisher'), servers.redisUrl);
  try {
    await inbox.connect();
    await probe('the notifier is ready', async () => (await fetch(`http://127.0.0.1:${port}/health`)).ok, { timeoutMs: 120_000 });
    const known = await publisher.introduce(people);
    await probe('everybody is known', async () => (await count(inbox, 'directory_members')) === people, { timeoutMs: 60_000 });
    return await blow({ publisher, inbox, mailbox, known, facts, seconds });
  } finally {
    await publisher.stop();
    await inbox.end();
    await ended(notifier);
    await Promise.all([mailbox.stop(), tokens.stop()]);
  }
}

interface Weather {
  readonly publisher: Publisher;
  readonly inbox: Client;
  readonly mailbox: TestMailbox;
  readonly known: readonly string[];
  readonly facts: number;
  readonly seconds: number;
}

async function blow({ publisher, inbox, mailbox, known, facts, seconds }: Weather): Promise<StormFigures> {
  const seenAt = new Map<string, number>();
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const { rows } = await inbox.query<{ link: string }>('SELECT link FROM notices WHERE NOT (link = ANY($1))', [[...seenAt.keys()]]);
      for (const { link } of rows) seenAt.set(link, now());
      await pause(LOOK_EVERY_MS);
    }
  })();
  const toldAt = new Map<string, number>();
  const startedAt = now();
  const telling: Promise<void>[] = [];
  while (telling.length < facts) {
    const due = Math.min(facts, Math.floor(((now() - startedAt) / (seconds * 1000)) * facts) + 1);
    for (; telling.length < due;) {
      const proposalId = randomUUID();
      telling.push(publisher.invite(proposalId, known, telling.length).then(() => void toldAt.set(`/proposals/${proposalId}`, now())));
    }
    await pause(1);
  }
  await Promise.all(telling);
  const lastAt = now();
  await probe('every fact is in an inbox', () => seenAt.size === facts, {
    describe: () => `${seenAt.size} of ${facts}`,
    timeoutMs: 120_000,
  });
  const behindMs = Math.max(...seenAt.values()) - lastAt;
  isOver = true;
  await looking;
  await probe('every letter is sent', async () => (await count(inbox, `deliveries WHERE state IN ('due', 'claimed')`)) === 0, {
    timeoutMs: 300_000,
  });
  const times = [...toldAt].map(([link, at]) => Math.max(0, (seenAt.get(link) ?? Number.NaN) - at)).sort((one, other) => one - other);
  const letters = new Map<string, number>();
  for (const { to } of mailbox.mails) for (const address of to) letters.set(address, (letters.get(address) ?? 0) + 1);
  return {
    p50: times[Math.ceil(facts * 0.5) - 1] ?? Number.NaN,
    p99: times[Math.ceil(facts * 0.99) - 1] ?? Number.NaN,
    behindMs: Math.max(0, behindMs),
    notices: await count(inbox, 'notices'),
    letters: mailbox.mails.length,
    lettersMax: Math.max(...letters.values()),
  };
}

/** The outbox of the proposals service, which the notifier hears. */
class Publisher {
  private readonly organisationId = randomUUID() as string;
  private readonly sessionId = randomUUID() as string;

  private constructor(
    private readonly database: Database,
    private readonly messaging: Messaging,
  ) {}

  static async start(databaseUrl: string, redisUrl: string): Promise<Publisher> {
    const source = await createDataSource({ url: databaseUrl, applicationName: 'storm', migrations: MESSAGING_MIGRATIONS }).initialize();
    await source.runMigrations();
    const database = new Database(source);
    const options = { name: 'publisher', reactions: [], redisUrl, databaseUrl, keys: testEventKeys(['publisher']) };
    const messaging = new Messaging(options, database, { now: () => new Date() }, { get: () => undefined as never });
    messaging.onModuleInit();
    messaging.onApplicationBootstrap();
    return new Publisher(database, messaging);
  }

  /** @returns the ids of so many members of a school, each with an address */
  async introduce(people: number): Promise<readonly string[]> {
    const { organisationId, sessionId } = this;
    const told = new ToldCongress((name, data, version) => this.append({ name, version, data } as unknown as NewEvent));
    await told.organisation({ organisationId }, 'school');
    const known = Array.from({ length: people }, () => randomUUID() as string);
    for (const memberId of known)
      await told.member({ organisationId, memberId }, { name: `Member ${memberId}`, mail: `${memberId}@example.test` });
    await told.session(
      { organisationId, sessionId },
      { title: 'Session 2', opensAt: '2026-05-30T00:00:00.000Z', closesAt: '2026-06-01T00:00:00.000Z' },
    );
    return known;
  }

  /** Somebody asks the next to second a proposal of theirs. */
  async invite(proposalId: string, known: readonly string[], nth: number): Promise<void> {
    const [leadProposerId, memberId] = [known[nth % known.length], known[(nth + 1 + Math.floor(nth / known.length)) % known.length]];
    const { organisationId, sessionId } = this;
    const data = { organisationId, sessionId, proposalId, subject: `延长图书馆开放时间 ${nth}`, docketNo: null, leadProposerId, memberId };
    await this.append({ name: 'proposals.seconder-invited.v1', version: 1, data } as unknown as NewEvent);
  }

  private async append(event: NewEvent): Promise<void> {
    await this.database.transaction((tx) => this.messaging.outbox.append(tx, [{ ...event, aggregateId: randomUUID() } as NewEvent]));
  }

  async stop(): Promise<void> {
    await this.messaging.onModuleDestroy();
    await this.database.onApplicationShutdown();
  }
}

const now = (): number => performance.timeOrigin + performance.now();

async function count(client: Client, from: string): Promise<number> {
  return (await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${from}`)).rows[0]?.count ?? Number.NaN;
}

async function ended(program: ChildProcess): Promise<void> {
  program.kill('SIGTERM');
  if (program.exitCode === null) await once(program, 'exit');
}
