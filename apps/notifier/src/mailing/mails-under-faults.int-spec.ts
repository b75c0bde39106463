import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createDataSource, Database } from '@plenum/database';
import { projectIntoDirectory } from '@plenum/directory';
import { flushRedis, freePort, probe, serviceClients, startTestTokens, testServers, type TestTokens, ToldCongress } from '@plenum/test-kit';
import { SMTPServer } from 'smtp-server';
import { migrate } from '../boot.js';
import { Publisher } from '../testing/publisher.js';
import type { UnreachedPageResponse } from '../unreached/unreached.responses.js';

/** How many are mailed: some in the gate, 5,000 by `PLENUM_LETTERS=5000`. */
const PEOPLE = Number(process.env['PLENUM_LETTERS'] ?? 400);
const SERVICE = join(__dirname, '../../dist/main.js');
const WITHIN_MS = 600_000;

/** Whom nobody hears of, who is taken at the second time, and who is told 550 for being one of too many: of every hundred 3, 2 and 1. */
const OF_HUNDRED = { bounced: [7, 37, 67], busy: [17, 57], frequent: [87] } as const;
const addressOf = (nth: number): string => `p${nth}@example.test`;
const isOne = (kind: keyof typeof OF_HUNDRED, nth: number): boolean => (OF_HUNDRED[kind] as readonly number[]).includes(nth % 100);

/** A relay that answers as relays do, and keeps the Message-ID of all that it took. */
class Relay {
  readonly taken = new Map<string, string[]>();
  refusals = 0;
  private readonly refused = new Set<number>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => {
      const nth = Number(/\d+/.exec(address)?.[0]);
      const isFirst = !this.refused.has(nth);
      if (isOne('bounced', nth)) return done(this.refusal(550, `5.1.1 <${address}> unknown`));
      if (isFirst && isOne('busy', nth)) return done(this.refusal(451, '4.3.0 Try again later', nth));
      if (isFirst && isOne('frequent', nth)) return done(this.refusal(550, 'Too many mails, frequency limited', nth));
      return done();
    },
    onData: (stream, session, done) => {
      let source = '';
      stream.on('data', (part) => (source += String(part)));
      stream.on('end', () => {
        const address = session.envelope.rcptTo[0]?.address ?? '';
        const messageId = /^Message-ID: (\S+)/im.exec(source)?.[1] ?? '';
        this.taken.set(address, [...(this.taken.get(address) ?? []), messageId]);
        done();
      });
    },
  });

  async start(): Promise<string> {
    this.server.on('error', () => undefined); // Whoever is killed hangs up in the middle of a word.
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop = (): Promise<void> => new Promise((resolve) => this.server.close(() => resolve()));

  private refusal(responseCode: number, words: string, once?: number): Error {
    this.refusals += 1;
    if (once !== undefined) this.refused.add(once);
    return Object.assign(new Error(words), { responseCode });
  }
}

/**
 * Goal: whatever befalls sender, relay and queue, each person is accounted for, nobody by two different mails, and who was not reached is
 * listed exactly. Method: the service's own process, killed twice with mails in its hands, on real servers.
 */
describe('mails to everybody', () => {
  const servers = testServers();

  // A describe of its own: its service ends before its servers do.
  describe('under faults', () => {
    const relay = new Relay();
    const organisationId = randomUUID() as string;
    let env: NodeJS.ProcessEnv;
    let database: Database;
    let publisher: Publisher;
    let tokens: TestTokens;
    let service: { readonly url: string; readonly program: ChildProcess };

    beforeAll(async () => {
      tokens = await startTestTokens();
      env = {
        ...(await servers.serviceEnvironment('notifier', 'under_faults')),
        NOTIFIER_JWKS_URL: tokens.jwksUrl,
        NOTIFIER_LOG_LEVEL: 'silent',
        NOTIFIER_REQUESTS_PER_MINUTE_MAX: '1000000',
        NOTIFIER_SMTP_URL: await relay.start(),
        NOTIFIER_MAIL_FROM: 'Plenum <plenum@example.test>',
        NOTIFIER_PUBLIC_URL: 'https://congress.example.test',
      };
      await migrate(env);
      const url = env['NOTIFIER_DATABASE_URL'] as string;
      database = new Database(await createDataSource({ url, applicationName: 'under-faults', migrations: [] }).initialize());
      publisher = await Publisher.start(await servers.createTestDatabase('publisher'), servers.redisUrl);
      service = await started();
    }, WITHIN_MS);

    afterAll(async () => {
      await ended('SIGTERM');
      await publisher.stop();
      await database.onApplicationShutdown();
      await Promise.all([relay.stop(), tokens.stop()]);
    }, 60_000);

    const started = async (): Promise<typeof service> => {
      const port = await freePort();
      const program = spawn(process.execPath, [SERVICE, 'run'], {
        env: { ...process.env, ...env, NODE_ENV: 'production', NOTIFIER_PORT: String(port) },
        stdio: 'ignore',
      });
      const url = `http://127.0.0.1:${port}`;
      await probe('the service is ready', async () => (await fetch(`${url}/health`)).ok, { timeoutMs: 120_000 });
      return { url, program };
    };
    const ended = async (signal: NodeJS.Signals): Promise<void> => {
      const { program } = service;
      if (program.exitCode !== null || program.signalCode !== null) return;
      program.kill(signal);
      await once(program, 'exit');
    };
    const states = async (): Promise<Record<string, number>> => {
      const rows = await database.query<{ state: string; n: number }>(
        'SELECT state, count(*)::int AS n FROM deliveries GROUP BY state ORDER BY state',
      );
      return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
    };
    const sent = async (atLeast: number): Promise<void> =>
      void (await probe(`${atLeast} are taken`, () => relay.taken.size >= atLeast, {
        timeoutMs: WITHIN_MS,
        describe: async () => JSON.stringify(await states()),
      }));
    /** What waits to be tried again is taken up at once, as after a minute. */
    const aMinutePasses = () => database.query(`UPDATE deliveries SET due_at = now() WHERE state = 'due' AND trouble IS NOT NULL`);
    const killed = async (): Promise<number> => {
      await ended('SIGKILL');
      const { claimed = 0 } = await states();
      // Nobody is alive who might still hold one of them.
      await database.query(`UPDATE deliveries SET due_at = now() WHERE state = 'claimed'`);
      service = await started();
      return claimed;
    };

    it(
      'reach everybody who can be reached, and list exactly whom they did not',
      async () => {
        const told = new ToldCongress((name, data, version = 1) =>
          database.transaction((tx) => projectIntoDirectory(tx, { name, version, data } as never)),
        );
        await told.organisation({ organisationId }, 'school');
        const organiser = { id: randomUUID() as string, organisationId };
        await told.member({ organisationId, memberId: organiser.id }, { name: 'Organiser', mail: addressOf(0) });
        await told.office({ organisationId, memberId: organiser.id }, 'SECRETARIAT', { sessionId: null, unitId: null });
        await database.query(
          `INSERT INTO directory_members (id, organisation_id, staff_no, name, mail, unit_id, active, version, standing, has_vote)
          SELECT gen_random_uuid(), $1, 's' || nth, 'Person ' || nth, CASE WHEN nth % 100 <> 99 THEN 'p' || nth || '@example.test' END,
            NULL, true, 1, 'FULL', true
          FROM generate_series(1, $2::int - 1) nth`,
          [organisationId, PEOPLE],
        );
        const began = Date.now();
        await publisher.publish('ballot.ballot-opened.v1', {
          organisationId,
          sessionId: randomUUID(),
          ballotId: randomUUID(),
          kind: 'election',
          title: 'Committee',
          electorate: 'staff',
          memberIds: [],
        });
        const inHand: number[] = [];
        await sent(PEOPLE * 0.25);
        inHand.push(await killed());
        await sent(PEOPLE * 0.5);
        await flushRedis(servers.redisUrl);
        await sent(PEOPLE * 0.7);
        inHand.push(await killed());
        const settled = async () => {
          const { due = 0, claimed = 0 } = await states();
          return claimed === 0 && due <= (PEOPLE / 100) * 3;
        };
        await probe('all but those who are tried again are settled', settled, { timeoutMs: WITHIN_MS });
        await aMinutePasses();
        await probe('all are settled', async () => !(await states())['due'] && !(await states())['claimed'], {
          timeoutMs: WITHIN_MS,
          describe: async () => JSON.stringify(await states()),
        });
        const seconds = (Date.now() - began) / 1_000;

        const everybody = Array.from({ length: PEOPLE }, (_, nth) => nth);
        const [bounced, addressless] = [everybody.filter((nth) => isOne('bounced', nth)), everybody.filter((nth) => nth % 100 === 99)];
        const reached = everybody.filter((nth) => ![...bounced, ...addressless].includes(nth));
        expect(await states()).toEqual({ bounced: bounced.length, sent: reached.length, skipped: addressless.length });
        expect([...relay.taken.keys()].sort()).toEqual(reached.map(addressOf).sort());
        // One mail a person: what was perhaps sent already, when its sender died, went again as the same one.
        const ids = [...relay.taken.values()].map((taken) => new Set(taken));
        expect(ids.filter(({ size }) => size !== 1)).toEqual([]);
        expect(new Set(ids.flatMap((taken) => [...taken])).size).toBe(reached.length);
        const again = [...relay.taken.values()].reduce((sum, { length }) => sum + length - 1, 0);
        expect(again).toBeLessThanOrEqual(inHand.reduce((sum, each) => sum + each, 0));

        const client = serviceClients(`${service.url}/api/notifier`, tokens)(organiser);
        const listed: string[] = [];
        for (let page = 1; listed.length < bounced.length + addressless.length; page += 1) {
          const { items } = (await client.send('GET', `/unreached?page=${page}&pageSize=200`)).body as UnreachedPageResponse;
          if (items.length === 0) break;
          listed.push(...items.map(({ name, reason }) => `${name.replace(/\D/g, '')} ${reason}`));
        }
        const expected = [...bounced.map((nth) => `${nth} mailbox-unknown`), ...addressless.map((nth) => `${nth} no-address`)];
        expect(listed.sort()).toEqual(expected.sort());
        process.stdout.write(
          `${PEOPLE} people by mail: ${reached.length} taken, ${bounced.length} bounced, ${addressless.length} without an address, ` +
            `${relay.refusals} refusals; two kills with ${inHand.join(' and ')} in hand, ${again} of them taken twice under one Message-ID; ` +
            `${seconds.toFixed(1)} s\n`,
        );
      },
      WITHIN_MS * 3,
    );
  });
});
