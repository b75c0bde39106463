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
    const done = works.map(({ work }) => turns.take(work));
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

  it('refuses whoever would be one too many to wait', async () => {
    const turns = new Turns(1, 1);
    const [first, second] = [aWork(), aWork()];
    const done = [turns.take(first.work), turns.take(second.work)];
    await expect(turns.take(async () => undefined)).rejects.toMatchObject({ status: 429 });
    first.end();
    await settled();
    second.end();
    await Promise.all(done);
  });

  it('goes on after a work that failed', async () => {
    const turns = new Turns(1, 1);
    await expect(turns.take(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.take(async () => 'yes')).resolves.toBe('yes');
  });
});
