import { probe } from '@plenum/test-kit';
import { eventuallyEquals, confirmed, MessagingHarness } from './testing/messaging-harness.js';
import { CuttableConnection } from './testing/cuttable-connection.js';
import { NoteUnit, type TestService, unitSetUp } from './testing/test-service.js';

describe('messaging while a server is away', () => {
  const house = new MessagingHarness();
  const lines: CuttableConnection[] = [];

  afterEach(() => Promise.all(lines.splice(0).map((line) => line.close())));

  const lineTo = async (url: string): Promise<CuttableConnection> => {
    const line = await CuttableConnection.to(url);
    lines.push(line);
    return line;
  };

  /**
   * Appends events one by one while a line is cut and mended: some before, some (or none) meanwhile, some after.
   * Those that PostgreSQL took are promised.
   */
  const appendThrough = async (congress: TestService, line: CuttableConnection, isFelt: () => Promise<unknown>): Promise<string[]> => {
    const promised: string[] = [];
    let isOver = false;
    const writing = (async () => {
      for (let code = 0; !isOver; code += 1) {
        await congress.append(unitSetUp(`${code}`)).then(
          () => promised.push(`${code}`),
          () => undefined,
        );
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    try {
      await probe('some events are promised', () => promised.length >= 10);
      line.cut();
      await isFelt();
      line.mend();
      const before = promised.length;
      await probe('some more events are promised', () => promised.length >= before + 10);
    } finally {
      isOver = true;
      await writing;
    }
    return promised;
  };

  const arrivesOnce = async (ballot: TestService, promised: readonly string[]): Promise<void> => {
    const codes = [...promised].sort();
    await eventuallyEquals(async () => (await ballot.noted()).filter((code) => codes.includes(code)).sort(), codes);
    expect(new Set(await ballot.noted()).size).toBe((await ballot.noted()).length);
  };
  const stateOf = (check: () => Promise<void>) => () =>
    check().then(
      () => 'up',
      () => 'away',
    );

  it('loses nothing when the PostgreSQL of the publisher restarts', async () => {
    const line = await lineTo(house.databaseUrl('congress'));
    const congress = await house.service('congress', { databaseUrl: line.url });
    const ballot = await house.service('ballot', { reactions: [new NoteUnit()] });
    congress.start();
    ballot.start();
    const promised = await appendThrough(congress, line, () => eventuallyEquals(stateOf(congress.messaging.healthChecks.relay), 'away'));
    await arrivesOnce(ballot, promised);
    await eventuallyEquals(() => congress.messaging.relayState, 'active');
  });

  it('loses nothing and gives up nothing when the PostgreSQL of the subscriber restarts', async () => {
    const line = await lineTo(house.databaseUrl('ballot'));
    const congress = await house.service('congress');
    const ballot = await house.service('ballot', { databaseUrl: line.url, reactions: [new NoteUnit()] });
    congress.start();
    ballot.start();
    // Longer than all the tries of a fault would take: what the outage costs a try would be given up.
    const isFelt = () => probe('events are put aside', () => ballot.messaging.meter.counts['put-aside'] >= 60);
    const promised = await appendThrough(congress, line, isFelt);
    await arrivesOnce(ballot, promised);
    expect(ballot.messaging.meter.counts.faulted).toBe(0);
  });

  it('loses nothing when Redis restarts, and says meanwhile that it is away', async () => {
    const line = await lineTo(house.redisUrl);
    const congress = await house.service('congress', { redisUrl: line.url });
    const ballot = await house.service('ballot', { redisUrl: line.url, reactions: [new NoteUnit()] });
    congress.start();
    ballot.start();
    await eventuallyEquals(stateOf(congress.messaging.healthChecks.redis), 'up');
    const promised = await appendThrough(congress, line, async () => {
      await eventuallyEquals(stateOf(congress.messaging.healthChecks.redis), 'away');
      await eventuallyEquals(stateOf(congress.messaging.healthChecks.relay), 'away');
    });
    await arrivesOnce(ballot, promised);
    await eventuallyEquals(confirmed(congress), promised.length);
    await eventuallyEquals(stateOf(congress.messaging.healthChecks.relay), 'up');
  });

  it('starts while Redis is away, and works when it is there', async () => {
    const line = await lineTo(house.redisUrl);
    line.cut();
    const congress = await house.service('congress', { redisUrl: line.url });
    const ballot = await house.service('ballot', { redisUrl: line.url, reactions: [new NoteUnit()] });
    congress.start();
    ballot.start();
    await congress.append(unitSetUp('A'));
    expect(await ballot.noted()).toEqual([]);
    line.mend();
    await eventuallyEquals(() => ballot.noted(), ['A']);
  });

  it('stops in time while Redis is away', async () => {
    const line = await lineTo(house.redisUrl);
    const congress = await house.service('congress', { redisUrl: line.url });
    const ballot = await house.service('ballot', { redisUrl: line.url, reactions: [new NoteUnit()] });
    congress.start();
    ballot.start();
    await eventuallyEquals(() => congress.messaging.relayState, 'active');
    await line.close(); // Nobody listens any more, as when the server has ended.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const startedAt = performance.now();
    await Promise.all([house.stop(congress), house.stop(ballot)]);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
