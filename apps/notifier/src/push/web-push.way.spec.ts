import { outcomeOf } from './web-push.way.js';

const NOW = new Date('2026-03-02T01:00:00Z');

describe('what a push service answers', () => {
  it.each([
    [201, null, { outcome: 'sent' }],
    [200, null, { outcome: 'sent' }],
    [202, null, { outcome: 'sent' }],
    [404, null, { outcome: 'refused', reason: 'device-gone' }],
    [410, null, { outcome: 'refused', reason: 'device-gone' }],
    [401, null, { outcome: 'refused', reason: 'key-refused' }],
    [403, null, { outcome: 'refused', reason: 'key-refused' }],
    [413, null, { outcome: 'refused', reason: 'not-taken' }],
    [302, null, { outcome: 'refused', reason: 'not-taken' }],
    [429, null, { outcome: 'trouble', reason: 'too-frequent', pauseMs: 60_000 }],
    [429, '7', { outcome: 'trouble', reason: 'too-frequent', pauseMs: 7_000 }],
    [429, 'Mon, 02 Mar 2026 01:00:30 GMT', { outcome: 'trouble', reason: 'too-frequent', pauseMs: 30_000 }],
    [503, '20', { outcome: 'trouble', reason: 'provider-busy', pauseMs: 20_000 }],
    [500, null, { outcome: 'trouble', reason: 'provider-busy' }],
  ] as const)('%s with “Retry-After: %s”', (status, retryAfter, became) => {
    expect(outcomeOf({ status, retryAfter }, NOW)).toEqual(became);
  });
});
