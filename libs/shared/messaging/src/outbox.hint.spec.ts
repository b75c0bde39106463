import { OutboxHint } from './outbox.hint.js';

describe('the hint after a commit', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const setUp = () => {
    const sent: string[] = [];
    const hint = new OutboxHint({ query: async <R>(sql: string): Promise<R[]> => (sent.push(sql), []) });
    /** A transaction that appended; answers how it is committed. */
    const append = (): (() => void) => {
      const listeners: (() => void)[] = [];
      hint.afterCommitOf({ afterCommit: (listener) => void listeners.push(listener) });
      return () => listeners.forEach((listener) => listener());
    };
    return { sent, hint, append };
  };

  it('is sent once for many commits within ten milliseconds, and again for later ones', async () => {
    const { sent, append } = setUp();
    const commit = (): void => append()();
    Array.from({ length: 50 }, commit);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['NOTIFY outbox']);
    Array.from({ length: 50 }, commit);
    await jest.advanceTimersByTimeAsync(9);
    expect(sent).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(2);
  });

  it('is not sent before the transaction is committed', async () => {
    const { sent, append } = setUp();
    const commit = append();
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([]);
    commit();
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toHaveLength(1);
  });

  it('is not sent any more after the service has stopped', async () => {
    const { sent, hint, append } = setUp();
    const late = append();
    append()();
    hint.close();
    late();
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([]);
  });
});
