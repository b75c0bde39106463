import type { DataSource, QueryRunner } from 'typeorm';
import { OutboxHint } from './outbox.hint.js';
import type { Transaction } from './transaction.js';

describe('the hint after a commit', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const setUp = () => {
    const sent: string[] = [];
    const source = { subscribers: [] as unknown[], query: async (sql: string) => void sent.push(sql) };
    const hint = new OutboxHint(source as unknown as DataSource);
    const runner = (isTransactionActive = false) => ({ data: {}, isTransactionActive }) as unknown as QueryRunner;
    const append = (queryRunner: QueryRunner) => hint.afterCommitOf({ queryRunner } as unknown as Transaction);
    return { sent, hint, runner, append, source };
  };

  it('is sent once for many commits within ten milliseconds, and again for later ones', async () => {
    const { sent, hint, runner, append } = setUp();
    const commit = (): void => {
      const queryRunner = runner();
      append(queryRunner);
      hint.afterTransactionCommit({ queryRunner });
    };
    Array.from({ length: 50 }, commit);
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['NOTIFY outbox']);
    Array.from({ length: 50 }, commit);
    await jest.advanceTimersByTimeAsync(9);
    expect(sent).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(2);
  });

  it('is not sent for a transaction that appended nothing, nor for a savepoint before its transaction ends', async () => {
    const { sent, hint, runner, append } = setUp();
    hint.afterTransactionCommit({ queryRunner: runner() });
    const outer = runner(true);
    append(outer);
    hint.afterTransactionCommit({ queryRunner: outer });
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([]);
    hint.afterTransactionCommit({ queryRunner: Object.assign(outer, { isTransactionActive: false }) });
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toHaveLength(1);
  });

  it('is not sent any more after the service has stopped', async () => {
    const { sent, hint, runner, append, source } = setUp();
    const queryRunner = runner();
    append(queryRunner);
    hint.afterTransactionCommit({ queryRunner });
    hint.close();
    await jest.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([]);
    expect(source.subscribers).toEqual([]);
  });
});
