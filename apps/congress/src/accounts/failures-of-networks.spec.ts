import { CongressErrors } from '@plenum/congress-domain';
import { FakeClock } from '@plenum/test-kit';
import { FailuresOfNetworks } from './failures-of-networks.js';

const SCHOOL = '203.0.113.7';
const ELSEWHERE = '203.0.113.8';
const refused = async (): Promise<never> => {
  throw CongressErrors.signInRefused();
};

describe('failed sign-ins of one address', () => {
  let clock: FakeClock;
  let failures: FailuresOfNetworks;
  beforeEach(() => {
    clock = new FakeClock('2026-11-29T08:00:00Z');
    failures = new FailuresOfNetworks(clock);
  });

  const made = (attempt: () => Promise<string>, network = SCHOOL) => failures.counting(network, attempt).catch((error: { code?: string; status?: number }) => error.code ?? error.status);
  const signedIn = async () => 'signed in';
  const fails = async (times: number, attempt: () => Promise<string> = refused) => {
    for (let n = 0; n < times; n += 1) await made(attempt);
  };

  it('are 300 within a minute, and those of others are not among them', async () => {
    await fails(299);
    expect(await made(refused)).toBe('congress.sign-in-refused');
    expect(await made(signedIn)).toBe(429);
    expect(await made(signedIn, ELSEWHERE)).toBe('signed in');
    clock.advance(60_000);
    expect(await made(signedIn)).toBe('signed in');
  });

  it('are guesses alone: who signs in is not counted, nor a weak password, nor a house that is busy', async () => {
    await fails(299);
    for (const attempt of [signedIn, async () => Promise.reject(CongressErrors.weakPassword(['well-known'])), async () => Promise.reject(new Error('busy'))]) await fails(400, attempt);
    expect(await made(refused)).toBe('congress.sign-in-refused');
    expect(await made(refused)).toBe(429);
  });

  it('count also where the account is locked', async () => {
    await fails(300, async () => Promise.reject(CongressErrors.signInLocked(clock.now())));
    expect(await made(signedIn)).toBe(429);
  });
});
