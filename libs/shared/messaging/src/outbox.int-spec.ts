import type { Transaction } from '@plenum/database';
import { eventuallyEquals, confirmed, envelopesIn, relayed, MessagingHarness } from './testing/messaging-harness.js';
import { NoteUnit, unitSetUp } from './testing/test-service.js';

describe('outbox and relay', () => {
  const house = new MessagingHarness();

  it('carry an event from its commit to the reaction, and confirm it', async () => {
    const { congress, ballot } = await house.pair();
    congress.start();
    ballot.start();
    await congress.append(unitSetUp('A'), unitSetUp('B'));
    await eventuallyEquals(() => ballot.noted().then((codes) => codes.sort()), ['A', 'B']);
    await eventuallyEquals(confirmed(congress), 2);
    expect(await ballot.rows('SELECT reaction FROM inbox')).toEqual([{ reaction: 'NoteUnit' }, { reaction: 'NoteUnit' }]);
  });

  it('let nothing leave a transaction that is rolled back', async () => {
    const { congress, ballot } = await house.pair();
    congress.start();
    ballot.start();
    const change = congress.database.transaction(async (tx) => {
      await congress.messaging.outbox.append(tx, [unitSetUp('never')]);
      throw new Error('changed my mind');
    });
    await expect(change).rejects.toThrow('changed my mind');
    await congress.append(unitSetUp('after'));
    await eventuallyEquals(() => ballot.noted(), ['after']);
  });

  it('refuse to append outside a transaction or against the contract', async () => {
    const congress = await house.service('congress');
    const ended = await congress.database.transaction(async (tx) => tx);
    for (const elsewhere of [ended, congress.database as unknown as Transaction])
      await expect(congress.messaging.outbox.append(elsewhere, [unitSetUp('A')])).rejects.toThrow('open transaction');
    await expect(congress.append({ ...unitSetUp('A'), data: { code: 'A' } } as never)).rejects.toThrow(
      'congress.unit-set-up.v1 departs from its contract at "organisationId"',
    );
    expect(await congress.rows('SELECT id FROM outbox')).toEqual([]);
  });

  it('hint after the commit, long before the relay would poll', async () => {
    const congress = await house.service('congress', { pace: { pollMs: 60_000 } });
    const ballot = await house.service('ballot', { reactions: [new NoteUnit()] });
    congress.start();
    ballot.start();
    await eventuallyEquals(() => congress.messaging.relayState, 'active');
    await congress.append(unitSetUp('heralded'));
    await eventuallyEquals(() => ballot.noted(), ['heralded']);
  });

  it('find new rows without any hint, by polling', async () => {
    const { congress, ballot } = await house.pair();
    congress.start();
    ballot.start();
    await eventuallyEquals(() => congress.messaging.relayState, 'active');
    jest.spyOn(congress.database, 'query').mockRejectedValue(new Error('nothing is heard of hints'));
    await congress.append(unitSetUp('unheralded'));
    await eventuallyEquals(() => ballot.noted(), ['unheralded']);
  });

  it('survive a crash between queueing and marking: queued again, handled once', async () => {
    const { congress, ballot } = await house.pair();
    await congress.append(unitSetUp('A'), unitSetUp('B'));
    const carried = await house.queuesOf();
    await house.deliver('ballot', await envelopesIn(congress));
    ballot.start();
    await eventuallyEquals(() => ballot.noted().then((codes) => codes.sort()), ['A', 'B']);
    await eventuallyEquals(() => carried.queueFor('ballot').getCompletedCount(), 2); // What is noted is committed before its job is completed.
    await carried.queueFor('ballot').clean(0, 1_000, 'completed'); // The queue has even forgotten the jobs.
    congress.start();
    await eventuallyEquals(confirmed(congress), 2);
    expect(await ballot.noted()).toHaveLength(2);
    expect(ballot.messaging.meter.counts.repeated).toBe(2);
  });

  it('lose nothing when Redis is flushed between relaying and handling', async () => {
    const { congress, ballot } = await house.pair();
    congress.start();
    const codes = Array.from({ length: 250 }, (_, code) => String(code).padStart(3, '0'));
    await congress.append(...codes.map((code) => unitSetUp(code)));
    await eventuallyEquals(relayed(congress), 250);
    await house.flushRedis();
    ballot.start();
    await eventuallyEquals(() => ballot.noted().then((noted) => noted.sort()), codes);
    await eventuallyEquals(confirmed(congress), 250);
    expect(congress.messaging.meter.counts.requeued).toBeGreaterThanOrEqual(250);
  });

  it('have one active relay; when it stops, the other takes over', async () => {
    const { congress, ballot } = await house.pair();
    const second = await house.service('congress');
    congress.start();
    await eventuallyEquals(() => congress.messaging.relayState, 'active');
    second.start();
    ballot.start();
    await eventuallyEquals(() => second.messaging.relayState, 'standby');
    for (let code = 0; code < 20; code += 1) await second.append(unitSetUp(`${code}`));
    await eventuallyEquals(async () => (await ballot.noted()).length, 20);
    // What is queued may be noted before the relay has marked and counted it.
    await eventuallyEquals(() => [congress.messaging.meter.counts.relayed, second.messaging.meter.counts.relayed], [20, 0]);

    await house.stop(congress);
    await eventuallyEquals(() => second.messaging.relayState, 'active');
    await second.append(unitSetUp('after'));
    await eventuallyEquals(async () => (await ballot.noted()).at(-1), 'after');
  });

  it('queue events in the order of their positions', async () => {
    const congress = await house.service('congress');
    const codes = Array.from({ length: 230 }, (_, code) => String(code));
    await congress.append(...codes.map((code) => unitSetUp(code)));
    congress.start();
    await eventuallyEquals(relayed(congress), 230);
    const ballot = await house.service('ballot', { reactions: [new NoteUnit()], pace: { concurrency: 1 } });
    ballot.start();
    await eventuallyEquals(() => ballot.noted(), codes);
  });

  it('do not skip a row that commits late under a lower position', async () => {
    const { congress, ballot } = await house.pair();
    congress.start();
    ballot.start();
    await congress.database.transaction(async (slow) => {
      await congress.messaging.outbox.append(slow, [unitSetUp('late')]);
      await congress.append(unitSetUp('quick'));
      await eventuallyEquals(() => ballot.noted(), ['quick']);
    });
    await eventuallyEquals(() => ballot.noted(), ['quick', 'late']);
  });
});
