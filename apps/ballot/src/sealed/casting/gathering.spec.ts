import { setImmediate as aMoment } from 'node:timers/promises';
import { Gathering } from './gathering.js';

describe('a gathering', () => {
  const asked: number[][] = [];
  const doubled = (together: readonly number[]) => {
    asked.push([...together]);
    if (together.includes(0)) throw new Error('nobody is answered');
    return together.map((each) => (each < 0 ? new RangeError(`not ${each}`) : 2 * each));
  };
  const gathering = new Gathering<number, number>({
    togetherMax: 3,
    gather: () => aMoment(),
    answer: async (together) => (await aMoment(), doubled(together)),
  });
  beforeEach(() => asked.splice(0));

  it('answers together who asks at the same moment, at most so many, each with the own answer', async () => {
    expect(await Promise.all([1, 2, 3, 4].map((each) => gathering.ask('a', each)))).toEqual([2, 4, 6, 8]);
    expect(asked).toEqual([[1, 2, 3], [4]]);
  });

  it('keeps apart what is of another key', async () => {
    expect(await Promise.all([gathering.ask('a', 1), gathering.ask('b', 2)])).toEqual([2, 4]);
    expect(asked).toEqual([[1], [2]]);
  });

  it('refuses one alone, and all together when nobody could be answered; the next are answered again', async () => {
    expect(await Promise.allSettled([gathering.ask('a', 1), gathering.ask('a', -1)])).toEqual([
      { status: 'fulfilled', value: 2 },
      { status: 'rejected', reason: new RangeError('not -1') },
    ]);
    const reason = new Error('nobody is answered');
    expect(await Promise.allSettled([gathering.ask('a', 0), gathering.ask('a', 1)])).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    expect(await gathering.ask('a', 5)).toBe(10);
  });
});
