import { Logger } from '@nestjs/common';
import { probe, startTestServers, type TestServers } from '@plenum/test-kit';
import { Redis } from 'ioredis';
import { InboxQueues } from './queues.js';
import { TestService } from './testing/test-service.js';

describe('a Redis that forgets jobs when it is full', () => {
  let servers: TestServers;
  let redis: Redis;
  const told: string[] = [];

  beforeAll(async () => {
    servers = await startTestServers({ exclusive: true }); // Others must not meet a Redis that evicts.
    redis = new Redis(servers.redisUrl);
  });
  afterAll(async () => {
    redis.disconnect();
    await servers.stop();
  });

  const policyOf = async (policy: string): Promise<string | null> => {
    await redis.config('SET', 'maxmemory-policy', policy);
    const queues = new InboxQueues(servers.redisUrl);
    await queues.ready();
    return queues.evictionPolicy().finally(() => queues.close());
  };

  it.each([
    ['noeviction', null],
    ['allkeys-lru', 'allkeys-lru'],
    ['volatile-ttl', 'volatile-ttl'],
  ])('is told by its policy: %s', async (policy, told) => {
    expect(await policyOf(policy)).toBe(told);
  });

  it('keeps a service from being ready, tells why at its start, and no longer when it is set right', async () => {
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    Logger.overrideLogger({ log: () => undefined, warn: () => undefined, error: (text: string) => told.push(text) });
    const databaseUrl = await servers.createTestDatabase('ballot');
    const service = await TestService.create({ name: 'ballot', databaseUrl, redisUrl: servers.redisUrl, routes: {}, reactions: [] });
    try {
      service.start();
      await probe('it is told', () => told.length > 0);
      expect(told).toEqual(['redis evicts (maxmemory-policy allkeys-lru): set it to noeviction']);
      await expect(service.messaging.healthChecks.redis()).rejects.toThrow('set it to noeviction');
      await redis.config('SET', 'maxmemory-policy', 'noeviction');
      await expect(service.messaging.healthChecks.redis()).resolves.toBeUndefined();
    } finally {
      await service.stop();
      Logger.overrideLogger(false);
    }
  });
});
