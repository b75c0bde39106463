import { Turns } from './turns.js';

/** A work that ends when it is told to. */
function aWork() {
  let end = (): void => undefined;
  const work = jest.fn(() => new Promise<void>((resolve) => (end = resolve)));
  return { work, end: () => end() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('lets one begin when another ends, in the order of asking', async () => {
    const turns = new Turns(1, 2);
    const works = [aWork(), aWork(), aWork()];
    const done = works.map(({ work }) => turns.take('somebody', work));
    await settled();
    expect(works.map(({ work }) => work.mock.calls.length)).toEqual([1, 0, 0]);
    works[0]?.end();
    await settled();
    expect(works.map(({ work }) => work.mock.calls.length)).toEqual([1, 1, 0]);
    works[1]?.end();
    await settled();
    works[2]?.end();
    await Promise.all(done);
  });

  it('are had by one after the other, however many wait for one of them', async () => {
    const turns = new Turns(1, 20);
    const order: string[] = [];
    const of = (whose: string, many: number) =>
      Array.from({ length: many }, (_, nth) => turns.take(whose, async () => void order.push(`${whose}${nth}`)));
    await Promise.all([...of('a', 4), ...of('b', 1), ...of('c', 2)]);
    expect(order).toEqual(['a0', 'b0', 'c0', 'a1', 'c1', 'a2', 'a3']);
  });

  it('refuses whoever would be one too many to wait', async () => {
    const turns = new Turns(1, 1);
    const [first, second] = [aWork(), aWork()];
    const done = [turns.take('one', first.work), turns.take('another', second.work)];
    await expect(turns.take('somebody', async () => undefined)).rejects.toMatchObject({ status: 429 });
    first.end();
    await settled();
    second.end();
    await Promise.all(done);
  });

  it('makes room for whoever has less that waits, by what came last of whoever has most', async () => {
    const turns = new Turns(1, 4);
    const begun: string[] = [];
    const of = (whose: string) =>
      turns
        .take(whose, async () => void begun.push(whose))
        .then(
          () => 'done',
          ({ status }: { status: number }) => status,
        );
    const first = aWork();
    const running = turns.take('running', first.work);
    const [many, few] = [['a', 'a', 'a', 'a'].map(of), ['b', 'b', 'c', 'd', 'e'].map(of)];
    await settled();
    first.end();
    await running;
    // When the last comes, nobody has more that waits than it would have itself.
    expect([await Promise.all(many), await Promise.all(few)]).toEqual([
      ['done', 429, 429, 429],
      ['done', 429, 'done', 'done', 429],
    ]);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on after a work that failed', async () => {
    const turns = new Turns(1, 1);
    await expect(turns.take('somebody', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.take('somebody', async () => 'yes')).resolves.toBe('yes');
  });
});
