import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDataSource, Database } from '@plenum/database';
import { Messaging, MESSAGING_MIGRATIONS } from '@plenum/messaging';
import { probe, startTestServers, testEventKeys } from '@plenum/test-kit';
import { repositoryRoot } from '../lib/repository.js';
import { figureOf, note, printFigures } from './lib/figures.js';
import { storm, type StormFigures } from './lib/storm.js';

// How long an event takes from the commit that states it to the commit of its inbox row, at a steady rate: publisher and
// subscriber in two processes, with a database each, as two services have it. And a storm: facts about a few hundred people within seconds,
// until each is in somebody's inbox, and how many letters that comes to.
const RATE_PER_S = 300;
const ROUNDS = 5;
const ROUND_S = 10;
const WARM_UP_S = 5;
const STORM = { facts: 2_000, people: 300, seconds: 10 };
const STORMS = 3;
const SUBSCRIBER = join(repositoryRoot(), 'test/out-tsc/load/lib/event-subscriber.js');
const organisationId = randomUUID();

const servers = await startTestServers({ exclusive: true });
const committedAt = new Map<string, number>();
const handledAt = new Map<string, number>();
const now = (): number => performance.timeOrigin + performance.now();

const databaseUrl = await servers.createTestDatabase('publisher');
const source = await createDataSource({ url: databaseUrl, applicationName: 'bench', migrations: MESSAGING_MIGRATIONS }).initialize();
await source.runMigrations();
const database = new Database(source);
const keys = testEventKeys();
const routes = { 'congress.unit-set-up.v1': ['ballot'] };
const publisher = new Messaging(
  { name: 'congress', reactions: [], redisUrl: servers.redisUrl, keys, databaseUrl, routes },
  database,
  { now: () => new Date() },
  { get: () => undefined as never },
);

const subscriber = fork(SUBSCRIBER, [await servers.createTestDatabase('subscriber'), servers.redisUrl, JSON.stringify(keys)], {
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
try {
  await once(subscriber, 'message');
  subscriber.on('message', ({ unitId, at }: { unitId: string; at: number }) => handledAt.set(unitId, at));
  publisher.onModuleInit();
  publisher.onApplicationBootstrap();
  note(`warming up, ${RATE_PER_S} events/s`);
  await steadily(WARM_UP_S);
  const rounds: { p50: number; p99: number; rate: number }[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const measured = await steadily(ROUND_S);
    rounds.push(measured);
    note(`round ${round} of ${ROUNDS}: p50 ${measured.p50.toFixed(1)} ms, p99 ${measured.p99.toFixed(1)} ms`);
  }
  const storms: StormFigures[] = [];
  for (let nth = 1; nth <= STORMS; nth += 1) {
    const blown = await storm(servers, STORM);
    storms.push(blown);
    note(`storm ${nth} of ${STORMS}: p50 ${blown.p50.toFixed(1)} ms, p99 ${blown.p99.toFixed(1)} ms, ${blown.letters} letters`);
  }
  const inAll = `${STORM.facts} facts in ${STORM.seconds} s about ${STORM.people} people`;
  printFigures(
    [
      { name: `event from commit to inbox row, p50 at ${RATE_PER_S}/s`, unit: 'ms', samples: rounds.map(({ p50 }) => p50) },
      { name: `event from commit to inbox row, p99 at ${RATE_PER_S}/s`, unit: 'ms', samples: rounds.map(({ p99 }) => p99) },
      { name: `${inAll}: from commit to inbox, p50`, unit: 'ms', samples: storms.map(({ p50 }) => p50) },
      { name: `${inAll}: from commit to inbox, p99`, unit: 'ms', samples: storms.map(({ p99 }) => p99) },
      { name: `${inAll}: from the last commit until all is told`, unit: 'ms', samples: storms.map(({ behindMs }) => behindMs) },
      { name: `${inAll}: notices`, unit: 'notices', samples: storms.map(({ notices }) => notices) },
      { name: `${inAll}: letters`, unit: 'letters', samples: storms.map(({ letters }) => letters) },
      { name: `${inAll}: the most that one person got`, unit: 'letters', samples: storms.map(({ lettersMax }) => lettersMax) },
      { name: 'events committed', unit: 'events/s', samples: rounds.map(({ rate }) => rate) },
    ].map(figureOf),
  );
} finally {
  await publisher.onModuleDestroy();
  await database.onApplicationShutdown();
  if (subscriber.connected) subscriber.disconnect();
  if (subscriber.exitCode === null) await once(subscriber, 'exit');
  await servers.stop();
}

/** States events at the rate for some seconds, whether or not earlier ones are through, and waits until every one is in the inbox. */
async function steadily(seconds: number): Promise<{ p50: number; p99: number; rate: number }> {
  const total = RATE_PER_S * seconds;
  const startedAt = now();
  const stated: Promise<string>[] = [];
  while (stated.length < total) {
    const due = Math.min(total, Math.floor(((now() - startedAt) / 1000) * RATE_PER_S) + 1);
    while (stated.length < due) stated.push(state());
    await pause(1);
  }
  const unitIds = await Promise.all(stated);
  const rate = total / ((now() - startedAt) / 1000);
  await probe('every event is in the inbox', () => unitIds.every((unitId) => handledAt.has(unitId)), {
    describe: () => `${handledAt.size} of ${committedAt.size}`,
  });
  // A reaction may be through before the publisher's own process hears that its commit was: that is no time at all.
  const times = unitIds.map((unitId) => Math.max(0, (handledAt.get(unitId) ?? 0) - (committedAt.get(unitId) ?? 0))).sort((a, b) => a - b);
  return { p50: times[Math.ceil(total * 0.5) - 1] ?? Number.NaN, p99: times[Math.ceil(total * 0.99) - 1] ?? Number.NaN, rate };
}

async function state(): Promise<string> {
  const unitId = randomUUID();
  await database.transaction((tx) =>
    publisher.outbox.append(tx, [
      {
        name: 'congress.unit-set-up.v1',
        aggregateId: unitId,
        version: 1,
        data: { organisationId, unitId, code: unitId.slice(0, 8), name: 'A unit' },
      },
    ]),
  );
  committedAt.set(unitId, now());
  return unitId;
}
