import { Clock } from '@plenum/kernel';
import {
  authorisationOf,
  FakeClock,
  probe,
  seededRandom,
  setClock,
  sharedInSuite,
  startTestTokens,
  SYNTHETIC_NAMES_MAX,
  syntheticPeople,
  ToldCongress,
} from './index.js';

describe('the fake clock', () => {
  it('stands until it is moved', () => {
    const clock = new FakeClock('2026-03-02T01:00:00.000Z');
    expect(clock.now()).toEqual(clock.now());
    clock.advance(90_000);
    expect(clock.now().toISOString()).toBe('2026-03-02T01:01:30.000Z');
    clock.set('2027-01-01T00:00:00.000Z');
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });
});

describe('seeded random', () => {
  it('gives the same again from the same seed, and something else from another', () => {
    const stream = (seed: number): number[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => random.integer(1000));
    };
    expect(stream(7)).toEqual(stream(7));
    expect(stream(7)).not.toEqual(stream(8));
  });

  it('spreads evenly enough for a test', () => {
    const random = seededRandom(2026);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 40_000; i += 1) counts[random.integer(4)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 100 }, (_, i) => i);
    const shuffled = seededRandom(3).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
  });
});

describe('synthetic people', () => {
  it('are the same for the same seed, and all different from each other', () => {
    const people = syntheticPeople(5000, 11);
    expect(syntheticPeople(5000, 11)).toEqual(people);
    expect(new Set(people.map(({ name }) => name)).size).toBe(5000);
    expect(new Set(people.map(({ staffNo }) => staffNo)).size).toBe(5000);
  });

  it('carry names of the sixty-year cycle and addresses that no mail reaches', () => {
    for (const { name, email } of syntheticPeople(200)) {
      expect(name).toMatch(/^\p{Script=Han}[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]$/u);
      expect(email).toMatch(/^t\d{5}@example\.test$/);
    }
  });

  it('come to an end', () => {
    expect(() => syntheticPeople(SYNTHETIC_NAMES_MAX + 1)).toThrow(RangeError);
  });
});

describe('a probe', () => {
  it('waits for what it is told to look at', async () => {
    let looks = 0;
    expect(await probe('three looks were taken', () => ((looks += 1) >= 3 ? looks : null))).toBe(3);
  });

  it('describes what it saw last when it gives up', async () => {
    const attempt = probe('two notices are there', () => null, { timeoutMs: 30, describe: () => 'one notice: seconder-invited' });
    await expect(attempt).rejects.toThrow('it did not come about that two notices are there; last seen: one notice: seconder-invited');
  });

  it('takes an error for "not yet" and names the last one', async () => {
    const attempt = probe('the service answers', () => Promise.reject(new Error('ECONNREFUSED')), { timeoutMs: 30 });
    await expect(attempt).rejects.toThrow(/last error: ECONNREFUSED/);
  });
});

describe('what files share, where no suite is run', () => {
  let [started, ended] = [0, 0];
  const shared = sharedInSuite(
    async () => (started += 1),
    async () => void (ended += 1),
  );

  describe('for the first', () => {
    const theirs = shared();
    it('is started for its tests', () => expect([theirs(), ended]).toEqual([1, 0]));
  });

  describe('for the next', () => {
    const theirs = shared();
    it('has been ended, and is started anew', () => expect([theirs(), ended]).toEqual([2, 1]));
  });
});

describe('the clock of a running service', () => {
  it('believes what it is told, until it is told to run again', () => {
    class RunningClock extends Clock {
      override now(): Date {
        return new Date();
      }
    }
    const clock = new RunningClock();
    setClock(clock, '2027-01-01T00:00:00.000Z');
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
    setClock(clock, null);
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(60_000);
  });
});

describe('what the congress service is said to have told', () => {
  it('is newer each time about the same, and new about something else', async () => {
    const told: (readonly [string, number])[] = [];
    const congress = new ToldCongress(async (name, _, version) => void told.push([name, version]));
    const [organisationId, memberId, other] = ['o', 'm', 'n'];
    await congress.organisation({ organisationId });
    await congress.member({ organisationId, memberId }, { name: 'A' });
    await congress.member({ organisationId, memberId }, { name: 'B', standing: 'RETAINED' });
    await congress.member({ organisationId, memberId: other }, { name: 'C' });
    expect(told).toEqual([
      ['congress.organisation-founded.v1', 1],
      ['congress.member-registered.v2', 1],
      ['congress.member-registered.v2', 2],
      ['congress.member-registered.v2', 1],
    ]);
  });
});

describe('the header that says whose a request is', () => {
  it('carries a token of theirs and of the sign-in that is named; nobody has none', async () => {
    const tokens = await startTestTokens();
    const { authorization = '' } = await authorisationOf(tokens, { id: 'm', organisationId: 'o' }, 's');
    await tokens.stop();
    const claims = JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(claims).toMatchObject({ sub: 'm', org: 'o', sid: 's' });
    expect(await authorisationOf(tokens, null)).toEqual({});
  });
});
