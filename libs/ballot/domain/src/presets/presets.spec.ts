import { ORGANISER, NOON, choice } from '../ballot/testing/ballots.js';
import { faultOf } from '../ballot/testing/refusals.js';
import { draft } from '../ballot/drafting.js';
import type { Json } from '../ballot/ballot.js';
import { HALF_OR_MORE, MORE_THAN_HALF, TWO_THIRDS } from './floors.js';
import { PRESETS, presetOf } from './presets.js';
import { rulesFrom, warningsOf } from './warnings.js';
import { PRESET_IDS, type PresetId } from './words.js';

const drafted = (id: PresetId, changes: Json = {}, channel: 'hands' | 'paper' = 'paper') => {
  const kind = presetOf(id)?.kind ?? 'resolution';
  const rules = rulesFrom(id, kind, kind === 'election' ? { seats: 1, ...changes } : changes);
  return draft({ id: 'b', organisationId: 'o', sessionId: 's', title: 'A vote', kind, channel, round: 'first', rules, choices: [choice('a'), choice('b')], preset: id }, ORGANISER, NOON).ballot;
};
const warned = (...given: Parameters<typeof drafted>) => warningsOf(drafted(...given)).map(({ asks, clause }) => `${asks} ${clause.article ?? '?'} ${clause.mark}`);

describe('the presets', () => {
  it('are those of the list, each once', () => {
    expect(PRESETS.map(({ id }) => id)).toEqual(PRESET_IDS);
  });

  it.each(PRESET_IDS.filter((id) => id !== 'school-practice'))('%s makes rules that the counting contract knows, and meets its own source', (id) => {
    expect(warned(id)).toEqual([]);
  });

  it('claim no more certainty for a clause than for their source, but for what an order stands above', () => {
    for (const { id, mark, floors } of PRESETS.filter((preset) => preset.id !== 'school-practice')) expect([id, floors.every(({ clause }) => clause.mark === mark)]).toEqual([id, true]);
    expect(PRESETS.filter(({ mark }) => mark === 'T').map(({ id }) => id)).toEqual(['shanghai', 'zhejiang', 'zhejiang-election', 'henan']);
  });

  it('are for one kind of vote each', () => {
    expect(faultOf(() => rulesFrom('shanghai', 'election', {}))).toEqual({ field: 'preset', reason: 'not-of-this-kind' });
    expect(faultOf(() => rulesFrom('union-election', 'poll', {}))).toEqual({ field: 'preset', reason: 'not-of-this-kind' });
  });
});

describe('a warning', () => {
  it.each<[string, PresetId, Json, string[]]>([
    ['a smaller quorum', 'shanghai', { quorum: { num: 1, den: 2, inclusive: true } }, ['quorum 28 T']],
    ['a share of those present', 'shanghai', { pass: { ...MORE_THAN_HALF, base: 'present' } }, ['threshold 31 T']],
    ['half where more than half is asked', 'zhejiang', { pass: { ...HALF_OR_MORE, base: 'roll' } }, ['threshold 15 T']],
    ['nothing, where more is asked than the law asks', 'shanghai', { pass: { ...TWO_THIRDS, base: 'roll' }, quorum: { num: 4, den: 5, inclusive: true } }, []],
    ['a bundle', 'enterprise', { bundle: 'all' }, ['item-by-item 20 E']],
    ['a single slate', 'union-election', { surplus: null }, ['surplus ? E']],
    ['too few more candidates', 'union-election', { surplus: { rate: { num: 4, den: 100 }, min: 1 } }, ['surplus ? E']],
    ['the practice of schools', 'school-practice', {}, ['threshold ? U']],
  ])('is given for %s', (_, id, changes, expected) => {
    expect(warned(id, changes)).toEqual(expected);
  });

  it('is given for raised hands where the law asks a secret ballot', () => {
    expect(warned('shanghai', {}, 'hands')).toEqual(['secret 31 T']);
    expect(warned('school', {}, 'hands')).toEqual([]);
  });

  it('is not given without a preset, nor for the surplus of a later round', () => {
    expect(warningsOf({ ...drafted('shanghai', {}, 'hands'), preset: null })).toEqual([]);
    expect(warningsOf({ ...drafted('union-election', { surplus: null }), round: 'runoff' })).toEqual([]);
  });
});
