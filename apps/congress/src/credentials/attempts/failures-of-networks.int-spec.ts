import { CongressErrors } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { FakeClock, testServers } from '@plenum/test-kit';
import { SignInFailures1700000002400 } from '../../storage/migrations/sign-in-failures.migration.js';
import { FailuresOfNetworks } from './failures-of-networks.js';

const SCHOOL = '203.0.113.7';
const ELSEWHERE = '203.0.113.8';
const refused = async (): Promise<never> => {
  throw CongressErrors.signInRefused();
};

describe('failed sign-ins of one address', () => {
  const servers = testServers();
  let database: Database;
  let clock: FakeClock;
  let failures: FailuresOfNetworks;
  beforeAll(async () => {
    database = await Database.connect({
      url: await servers.createTestDatabase('failures'),
      applicationName: 'test',
      migrations: [SignInFailures1700000002400],
    });
    await database.source.runMigrations();
  });
  afterAll(() => database?.onApplicationShutdown());
  beforeEach(async () => {
    await database.query('TRUNCATE sign_in_failures');
    clock = new FakeClock('2026-11-29T08:00:30Z');
    failures = new FailuresOfNetworks(database, clock);
  });

  const made = (attempt: () => Promise<string>, network = SCHOOL, replica = failures) =>
    replica.counting(network, attempt).catch((error: { code?: string; status?: number }) => error.code ?? error.status);
  const signedIn = async () => 'signed in';
  const fails = async (times: number, attempt: () => Promise<string> = refused, replica = failures) => {
    for (let n = 0; n < times; n += 50)
      await Promise.all(Array.from({ length: Math.min(50, times - n) }, () => made(attempt, SCHOOL, replica)));
  };

  it('are 300 within a minute, and those of others are not among them', async () => {
    await fails(299);
    clock.advance(59_000);
    expect(await made(refused)).toBe('congress.sign-in-refused');
    expect(await made(signedIn)).toBe(429);
    expect(await made(signedIn, ELSEWHERE)).toBe('signed in');
    clock.advance(1_000);
    expect(await made(signedIn)).toBe('signed in');
    await fails(299);
    expect(await made(signedIn)).toBe('signed in');
  });

  it('are as many however many replicas are asked', async () => {
    const other = new FailuresOfNetworks(database, clock);
    await fails(150);
    await fails(149, refused, other);
    expect(await made(signedIn)).toBe('signed in');
    expect(await made(refused, SCHOOL, other)).toBe('congress.sign-in-refused');
    expect([await made(signedIn), await made(signedIn, SCHOOL, other)]).toEqual([429, 429]);
  });

  it('are guesses alone: who signs in is not counted, nor a weak password, nor a house that is busy', async () => {
    await fails(299);
    for (const attempt of [
      signedIn,
      async () => Promise.reject(CongressErrors.weakPassword(['well-known'])),
      async () => Promise.reject(new Error('busy')),
    ])
      await fails(400, attempt);
    expect(await made(refused)).toBe('congress.sign-in-refused');
    expect(await made(refused)).toBe(429);
  });

  it('count also where the account is locked', async () => {
    await fails(300, async () => Promise.reject(CongressErrors.signInLocked(clock.now())));
    expect(await made(signedIn)).toBe(429);
  });

  it('are forgotten, with no address in what is kept', async () => {
    await fails(1);
    const kept = await database.query<object>('SELECT * FROM sign_in_failures');
    expect([kept.length, JSON.stringify(kept).includes(SCHOOL)]).toEqual([1, false]);
    clock.advance(3_700_000);
    await made(refused, ELSEWHERE);
    expect(await database.query('SELECT FROM sign_in_failures')).toHaveLength(1);
  });
});
