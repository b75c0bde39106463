import { Logger } from '@nestjs/common';
import type { Envelope } from '@plenum/contracts';
import { probe, testEventKeys } from '@plenum/test-kit';
import { Redis } from 'ioredis';
import { EventKeys } from './event-keys.js';
import { jobIdOf } from './queues.js';
import { failedEvents, forgedEnvelopes, queuesCommand } from './queues.operations.js';
import { sealEnvelope, type SealedEnvelope } from './sealed-envelope.js';
import { eventuallyEquals, confirmed, envelopesIn, relayed, MessagingHarness } from './testing/messaging-harness.js';
import { type TestService, unitSetUp } from './testing/test-service.js';

const SECRET = 'a word that only the forger knows';

describe('whoever can write to Redis', () => {
  const house = new MessagingHarness();
  const keys = EventKeys.of('congress', testEventKeys());
  const ballotQueue = () => ({ name: 'ballot', redisUrl: house.redisUrl, databaseUrl: house.databaseUrl('ballot') });
  const forged = async () =>
    (await forgedEnvelopes(house.databaseUrl('ballot'))).map(({ forgery, claimed, times }) => [forgery, claimed, times]);

  /** An event of the publisher's that the subscriber has not seen yet. */
  const waiting = async (): Promise<{ congress: TestService; ballot: TestService; event: Envelope<'congress.unit-set-up.v1'> }> => {
    const { congress, ballot } = await house.pair();
    await congress.append(unitSetUp('true'));
    const [event] = (await envelopesIn(congress)) as [Envelope<'congress.unit-set-up.v1'>];
    return { congress, ballot, event };
  };

  const add = async (name: string, content: object, jobId = 'forged'): Promise<void> => {
    await (await house.queuesOf()).queueFor('ballot').add(name, content, { jobId });
  };

  it.each<[string, (event: Envelope<'congress.unit-set-up.v1'>) => object]>([
    ['unsealed', (event) => event],
    ['unsealed', () => ({ publisher: ['congress'], text: {}, seal: null })],
    ['broken-seal', (event) => sealEnvelope(EventKeys.of('congress', testEventKeys([], { isFresh: true })), 'ballot', event)],
    ['broken-seal', (event) => sealEnvelope(keys, 'notifier', event)],
    ['broken-seal', (event) => ({ ...sealEnvelope(keys, 'ballot', event), publisher: 'nobody' })],
  ])('makes no event: %s (%#)', async (forgery, make) => {
    const { ballot, event } = await waiting();
    ballot.start();
    await add('congress.unit-set-up.v1', make({ ...event, data: { ...event.data, name: SECRET } }));
    await eventuallyEquals(forged, [[forgery, 'congress.unit-set-up.v1', 1]]);
    expect(await ballot.noted()).toEqual([]);
    expect(await failedEvents(ballotQueue())).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['id', '0b0e7a3e-6a5e-4f0e-9c54-0d7b1d8f5a10'],
    ['name', 'congress.office-assigned.v1'],
    ['occurredAt', '2020-01-01T00:00:00.000Z'],
    ['aggregateId', '0b0e7a3e-6a5e-4f0e-9c54-0d7b1d8f5a10'],
    ['version', 99],
    ['traceId', 'another'],
    [
      'data',
      { organisationId: '0b0e7a3e-6a5e-4f0e-9c54-0d7b1d8f5a10', unitId: '0b0e7a3e-6a5e-4f0e-9c54-0d7b1d8f5a10', code: 'x', name: 'x' },
    ],
  ])('changes nothing of a sealed one: %s', async (field, value) => {
    const { ballot, event } = await waiting();
    ballot.start();
    const { publisher, seal } = sealEnvelope(keys, 'ballot', event);
    await add(field === 'name' ? String(value) : event.name, {
      publisher,
      seal,
      text: JSON.stringify({ ...event, [field]: value }),
    } satisfies SealedEnvelope);
    await eventuallyEquals(async () => (await forged()).map(([forgery]) => forgery), ['broken-seal']);
    expect(await ballot.noted()).toEqual([]);
  });

  it.each([
    ['congress.office-assigned.v1', 'congress.office-assigned.v1'],
    ['a topic of nobody', ''],
  ])('sends a sealed one under no other topic: %s', async (topic, claimed) => {
    const { ballot, event } = await waiting();
    ballot.start();
    await add(topic, sealEnvelope(keys, 'ballot', event));
    await eventuallyEquals(forged, [['another-topic', claimed, 1]]);
  });

  it('lets no service state what is another’s to state', async () => {
    const { ballot, event } = await waiting();
    ballot.start();
    const text = JSON.stringify(event);
    const seal = EventKeys.of('notifier', testEventKeys()).sign(`plenum event\nnotifier\nballot\n${text}`);
    await add(event.name, { publisher: 'notifier', text, seal } satisfies SealedEnvelope);
    await eventuallyEquals(async () => (await forged()).map(([forgery]) => forgery), ['another-topic']);
  });

  it('cannot put a forged job in the place of a true one: the true one comes again', async () => {
    const { congress, ballot, event } = await waiting();
    congress.start();
    await eventuallyEquals(relayed(congress), 1);
    const redis = new Redis(house.redisUrl);
    await redis.hset(
      `bull:ballot.inbox:${jobIdOf(event.id)}`,
      'data',
      JSON.stringify({ ...event, data: { ...event.data, code: 'false' } }),
    );
    redis.disconnect();
    ballot.start();
    await eventuallyEquals(() => ballot.noted(), ['true']);
    await eventuallyEquals(confirmed(congress), 1);
    expect(await forged()).toEqual([['unsealed', 'congress.unit-set-up.v1', 1]]);
  });

  it('cannot say for a subscriber that it has handled an event', async () => {
    const { congress, ballot, event } = await waiting();
    congress.start();
    await eventuallyEquals(relayed(congress), 1);
    const redis = new Redis(house.redisUrl);
    await redis.lrem('bull:ballot.inbox:wait', 0, jobIdOf(event.id));
    await redis.zadd('bull:ballot.inbox:completed', Date.now(), jobIdOf(event.id));
    await redis.hset(`bull:ballot.inbox:${jobIdOf(event.id)}`, 'finishedOn', Date.now(), 'returnvalue', '"done"');
    redis.disconnect();
    await probe('it was queued again', () => congress.messaging.meter.counts.requeued > 0);
    expect(await confirmed(congress)()).toBe(0);
    ballot.start();
    await eventuallyEquals(() => ballot.noted(), ['true']);
    await eventuallyEquals(confirmed(congress), 1);
  });

  it('is told of: a line of the log without what the job said, a count, and a command', async () => {
    const { ballot, event } = await waiting();
    const lines: unknown[] = [];
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation((...words: unknown[]) => void lines.push(words));
    ballot.start();
    for (const nth of [1, 2, 3]) await add(event.name, { ...event, data: { ...event.data, name: SECRET } }, `forged-${nth}`);
    await eventuallyEquals(forged, [['unsealed', 'congress.unit-set-up.v1', 3]]);
    await eventuallyEquals(() => ballot.messaging.meter.counts.forged, 3);
    warn.mockRestore();
    expect(JSON.stringify(lines)).toContain('Somebody can write to Redis');
    expect(JSON.stringify([lines, await ballot.rows('SELECT * FROM forged_envelopes')])).not.toContain(SECRET);
    const told = await queuesCommand(ballotQueue(), ['forged']);
    expect(told[0]).toBe('ballot.inbox: 3 refused as forged');
    expect(told[1]).toMatch(/unsealed {2}congress\.unit-set-up\.v1 {2}times: 3/);
  });
});

describe('a service whose keys do not fit', () => {
  const house = new MessagingHarness();

  it.each([
    [
      'that the others do not know',
      { ...testEventKeys(), eventSigningKey: testEventKeys([], { isFresh: true }).eventSigningKey },
      'have none for the signing key of congress',
    ],
    ['that is none', { ...testEventKeys(), eventSigningKey: SECRET }, 'the signing key is no Ed25519 key'],
    ['among public ones that are none', { ...testEventKeys(), eventPublicKeys: `congress:${SECRET}` }, 'the public keys are pairs'],
  ])('does not start: a key %s', async (_, keys, reason) => {
    await expect(house.service('congress', { keys })).rejects.toThrow(reason);
    await expect(house.service('congress', { keys })).rejects.not.toThrow(SECRET);
  });

  it('starts while one key takes over from another, and believes both', async () => {
    const [before, after] = [testEventKeys([], { isFresh: true }), testEventKeys([], { isFresh: true })];
    const both = `${before.eventPublicKeys} ${after.eventPublicKeys}`;
    const [retired, current] = [
      EventKeys.of('congress', { ...before, eventPublicKeys: both }),
      EventKeys.of('congress', { ...after, eventPublicKeys: both }),
    ];
    expect([current.isSigned('congress', 'x', retired.sign('x')), retired.isSigned('congress', 'x', current.sign('x'))]).toEqual([
      true,
      true,
    ]);
  });
});
