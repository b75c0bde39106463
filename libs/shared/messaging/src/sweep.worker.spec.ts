import { Logger } from '@nestjs/common';
import { SweepWorker } from './sweep.worker.js';

const EVERY_MS = 5_000;

describe('a worker that sweeps', () => {
  let ring: () => void = () => undefined;
  const alarms = { listen: jest.fn((onRing: () => void) => void (ring = onRing)), close: jest.fn(async () => undefined) };
  const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation();

  class Trial extends SweepWorker {
    sweeps = 0;

    constructor(private readonly work: (nth: number, stopping: AbortSignal) => Promise<unknown>) {
      super({ name: 'Trial', everyMs: EVERY_MS, alarms });
    }

    protected sweep(stopping: AbortSignal): Promise<unknown> {
      return this.work((this.sweeps += 1), stopping);
    }
  }

  const started: Trial[] = [];
  const start = async (work: (nth: number, stopping: AbortSignal) => Promise<unknown> = async () => undefined): Promise<Trial> => {
    const worker = new Trial(work);
    started.push(worker);
    worker.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(0);
    return worker;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
  });
  afterEach(async () => {
    for (const worker of started.splice(0)) await worker.onModuleDestroy();
    jest.useRealTimers();
  });
  afterAll(() => warned.mockRestore());

  it('looks when the service is up, and from time to time without being asked', async () => {
    const worker = await start();
    expect(worker.sweeps).toBe(1);
    await jest.advanceTimersByTimeAsync(EVERY_MS - 1);
    expect(worker.sweeps).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(worker.sweeps).toBe(2);
  });

  it('looks at once when it is woken, by whom or by an alarm, and once more when that was while it looked', async () => {
    let end: () => void = () => undefined;
    const worker = await start((nth) => (nth === 2 ? new Promise<void>((resolve) => (end = resolve)) : Promise.resolve()));
    worker.wake();
    await jest.advanceTimersByTimeAsync(0);
    expect(worker.sweeps).toBe(2);
    ring();
    ring();
    await jest.advanceTimersByTimeAsync(0);
    expect(worker.sweeps).toBe(2);
    end();
    await jest.advanceTimersByTimeAsync(0);
    expect(worker.sweeps).toBe(3);
  });

  it('goes on without a pause as long as more is due', async () => {
    expect((await start(async (nth) => nth < 4)).sweeps).toBe(4);
    expect((await start(async () => 17)).sweeps).toBe(1);
  });

  it('outlives what goes wrong, and says it once until it went well again', async () => {
    const worker = await start(async (nth) => {
      if (nth !== 3) throw new Error('the database is away');
    });
    for (let nth = 0; nth < 4; nth += 1) await jest.advanceTimersByTimeAsync(EVERY_MS);
    expect(worker.sweeps).toBe(5);
    expect(warned).toHaveBeenCalledTimes(2);
    expect(warned).toHaveBeenLastCalledWith('It waits and tries again: Error: the database is away');
  });

  it('stops after what it has in hand, which hears of it, and then closes its alarms', async () => {
    let [end, heard]: [() => void, boolean] = [() => undefined, false];
    const worker = await start((_, stopping) => {
      stopping.addEventListener('abort', () => (heard = true));
      return new Promise<void>((resolve) => (end = resolve));
    });
    let isStopped = false;
    const stopped = worker.onModuleDestroy().then(() => (isStopped = true));
    worker.wake();
    await jest.advanceTimersByTimeAsync(EVERY_MS);
    expect([heard, isStopped, alarms.close.mock.calls.length]).toEqual([true, false, 0]);
    end();
    await stopped;
    expect([worker.sweeps, alarms.close.mock.calls.length]).toEqual([1, 1]);
    await jest.advanceTimersByTimeAsync(2 * EVERY_MS);
    expect(worker.sweeps).toBe(1);
  });

  it('wakes from its sleep to stop, and stops also when it never began', async () => {
    const asleep = await start();
    await asleep.onModuleDestroy();
    const never = new Trial(async () => undefined);
    await never.onModuleDestroy();
    expect([asleep.sweeps, never.sweeps]).toEqual([1, 0]);
  });
});
