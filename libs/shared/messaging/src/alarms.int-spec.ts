import { probe, testEventKeys, testServers } from '@plenum/test-kit';
import { Queue } from 'bullmq';
import { Alarms } from './alarms.js';
import { EventKeys } from './event-keys.js';
import { CuttableConnection } from './testing/cuttable-connection.js';

describe('alarms', () => {
  const servers = testServers();
  const open: { close(): Promise<void> }[] = [];

  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  const alarmsAt = (redisUrl: string): Alarms => {
    const alarms = new Alarms('trial', redisUrl, EventKeys.of('trial', testEventKeys(['trial'])));
    open.unshift(alarms);
    return alarms;
  };

  it('ring at their time, once for a key', async () => {
    const alarms = alarmsAt(servers.redisUrl);
    const rings: { key: string; at: number }[] = [];
    alarms.listen((key) => rings.push({ key, at: performance.now() }));
    const rung = (key: string) => rings.filter((ring) => ring.key === key);
    await probe('the alarms are connected', async () => {
      await alarms.set('past', -5_000);
      return rung('past').length > 0;
    });
    const setAt = performance.now();
    await alarms.set('later', 700);
    await alarms.set('later', 700);
    await probe('the later one has rung', () => rung('later').length > 0);
    await alarms.set('after', 0);
    await probe('the next has rung', () => rung('after').length > 0);
    expect(rung('later').map(({ at }) => at - setAt > 600)).toEqual([true]);
  });

  it('ring for nobody but the service that set them', async () => {
    const alarms = alarmsAt(servers.redisUrl);
    const rings: string[] = [];
    alarms.listen((key) => rings.push(key));
    const queue = new Queue('trial.alarms', { connection: { url: servers.redisUrl } });
    open.push(queue);
    await queue.addBulk([{ key: 'forged' }, { key: 'forged', seal: 'none' }, null, 'forged'].map((data) => ({ name: 'ring', data })));
    await probe('the forged ones are through', async () => (await queue.getJobCountByTypes('wait', 'active', 'delayed')) === 0);
    await alarms.set('own', 0);
    await probe('its own has rung', () => rings.includes('own'));
    expect(rings).toEqual(['own']);
  });

  it('fail nobody while Redis is away', async () => {
    const line = await CuttableConnection.to(servers.redisUrl);
    open.push(line);
    line.cut();
    const alarms = alarmsAt(line.url);
    alarms.listen(() => undefined);
    await expect(alarms.set('lost', 10)).resolves.toBeUndefined();
  });

  it('stop in time though Redis has ended', async () => {
    const line = await CuttableConnection.to(servers.redisUrl);
    const alarms = alarmsAt(line.url);
    let rings = 0;
    alarms.listen(() => (rings += 1));
    await probe('the alarms are connected', async () => {
      await alarms.set('now', 0);
      return rings > 0;
    });
    await line.close();
    const startedAt = performance.now();
    await alarms.close();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
