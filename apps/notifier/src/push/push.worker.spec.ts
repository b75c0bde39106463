import type { WayOutcome } from '../ways/way.js';
import { outcomeOfAll } from './push.worker.js';

const sent: WayOutcome = { outcome: 'sent' };
const busy: WayOutcome = { outcome: 'trouble', reason: 'provider-busy' };
const gone: WayOutcome = { outcome: 'refused', reason: 'device-gone' };
const refused: WayOutcome = { outcome: 'refused', reason: 'not-taken' };

describe('what became of a push to several devices', () => {
  it.each<[string, readonly WayOutcome[], object]>([
    ['one took it', [gone, busy, refused, sent], sent],
    ['one may take it later', [gone, refused, busy], busy],
    ['one takes it not', [gone, refused], refused],
    ['all are gone', [gone, gone], { outcome: 'unreachable', reason: 'no-device' }],
    ['there is none', [], { outcome: 'unreachable', reason: 'no-device' }],
  ])('%s', (_what, outcomes, became) => {
    expect(outcomeOfAll(outcomes)).toEqual(became);
  });
});
