import { InterruptibleSleep } from './interruptible-sleep.js';

describe('a sleep', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const ended = (sleep: Promise<void>): Promise<boolean> =>
    Promise.race([
      sleep.then(() => true),
      Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => false),
    ]);

  it('lasts its time when nobody calls', async () => {
    const sleep = new InterruptibleSleep().within(1_000);
    await jest.advanceTimersByTimeAsync(999);
    expect(await ended(sleep)).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await ended(sleep)).toBe(true);
  });

  it('ends at a call', async () => {
    const wake = new InterruptibleSleep();
    const sleep = wake.within(1_000);
    wake.now();
    expect(await ended(sleep)).toBe(true);
  });

  it('does not begin after a call that came while nobody slept, once', async () => {
    const wake = new InterruptibleSleep();
    wake.now();
    wake.now();
    expect(await ended(wake.within(1_000))).toBe(true);
    expect(await ended(wake.within(1_000))).toBe(false);
  });
});
