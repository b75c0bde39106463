import type * as Argon2 from '@node-rs/argon2';
import { Passwords } from './passwords.js';

/** How many hashes are being computed, at most how many were at a time, and of which passwords in which order. */
const mockHashing = { now: 0, most: 0, order: [] as string[] };

jest.mock('@node-rs/argon2', () => {
  const argon2 = jest.requireActual<typeof Argon2>('@node-rs/argon2');
  const counted = async <T>(password: string, compute: () => Promise<T>): Promise<T> => {
    mockHashing.order.push(password);
    mockHashing.most = Math.max(mockHashing.most, (mockHashing.now += 1));
    return compute().finally(() => (mockHashing.now -= 1));
  };
  // The real function at the least strength: what is looked at is how many run, not how long they take.
  const weak = { memoryCost: 8, timeCost: 1, parallelism: 1 };
  return {
    ...argon2,
    hash: (password: string) => counted(password, () => argon2.hash(password, weak)),
    verify: (kept: string, password: string) => counted(password, () => argon2.verify(kept, password)),
  };
});

describe('passwords', () => {
  beforeEach(() => Object.assign(mockHashing, { now: 0, most: 0, order: [] }));

  it('that are guessed from one place, at more accounts than may wait, leave room for another, who waits for a single guess', async () => {
    const passwords = new Passwords();
    const kept = await passwords.hash('green-river-42', 'T2');
    await passwords.matches('the decoy is made', null, 'T3');
    const answered: string[] = [];
    const asked = async (password: string, place: string) =>
      answered.push(`${place} ${await passwords.matches(password, kept, place).catch(({ status }: { status: number }) => status)}`);
    await Promise.all([...Array.from({ length: 500 }, (_, n) => asked(`guess-${n}`, 'guesser')), asked('green-river-42', 'elsewhere')]);
    expect(answered.filter((answer) => answer === 'guesser 429')).toHaveLength(100);
    expect(answered.filter((answer) => answer !== 'guesser 429').slice(0, 2)).toEqual(['guesser false', 'elsewhere true']);
  });

  it('of one account that is guessed at keep another waiting for a single guess', async () => {
    const passwords = new Passwords();
    const kept = await passwords.hash('green-river-42', 'T2');
    await passwords.matches('the decoy is made', null, 'T3');
    const answered: string[] = [];
    const asked = async (password: string, account: string) =>
      answered.push(`${account} ${await passwords.matches(password, kept, account)}`);
    await Promise.all([...Array.from({ length: 40 }, (_, n) => asked(`guess-${n}`, 'T1')), asked('green-river-42', 'T2')]);
    expect(answered).toHaveLength(41);
    expect(answered.slice(0, 2)).toEqual(['T1 false', 'T2 true']);
  });

  it('are hashed and compared one at a time, in the order of asking, however many come at once', async () => {
    const passwords = new Passwords();
    const kept = await passwords.hash('green-river-42', 'T1');
    Object.assign(mockHashing, { most: 0, order: [] });
    const guesses = Array.from({ length: 64 }, (_, n) => `guess-${n}`);
    const answers = await Promise.all([...guesses, 'green-river-42'].map((guess) => passwords.matches(guess, kept, 'T1')));
    expect(answers).toEqual([...guesses.map(() => false), true]);
    expect(mockHashing.most).toBe(1);
    expect(mockHashing.order.filter((password) => password !== 'nobody has this password')).toEqual([...guesses, 'green-river-42']);
  });

  it('take as much work where there is no account', async () => {
    const passwords = new Passwords();
    expect(await passwords.matches('green-river-42', null, 'T1')).toBe(false);
    expect(mockHashing.order).toContain('green-river-42');
  });

  it('are refused at once where too many are waiting, and taken again when there is room', async () => {
    const passwords = new Passwords();
    const kept = await passwords.hash('green-river-42', 'T1');
    const outcomes = await Promise.all(
      Array.from({ length: 500 }, () => passwords.matches('guess', kept, 'T1').catch((refusal: { status?: number }) => refusal.status)),
    );
    expect(outcomes.filter((outcome) => outcome === 429).length).toBeGreaterThan(0);
    expect(outcomes.filter((outcome) => outcome === false).length).toBeGreaterThan(64);
    expect(new Set(outcomes)).toEqual(new Set([false, 429]));
    expect(await passwords.matches('green-river-42', kept, 'T1')).toBe(true);
  });
});
