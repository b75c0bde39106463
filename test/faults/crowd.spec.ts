import { crowd } from '../load/lib/crowd.js';

/** The short form of `npm run bench -- concurrency`. */
it('who works on the same proposals at once loses nothing of each other, and no number is missing or double', async () => {
  const { made, refused, faults } = await crowd({ reviewers: 12, delegates: 30, proposals: 24, seconds: 6 });
  expect(faults).toEqual([]);
  expect(Object.keys(made).sort()).toEqual(['assignment', 'review', 'seconding', 'taking back']);
  // They did get into each other's way.
  expect(Object.keys(refused)).not.toEqual([]);
}, 300_000); // It begins with servers of its own, on a machine that may be busy.
