import type { Json } from '../json.js';
import { draft } from '../preparing/drafting.js';
import { PRESET_IDS, type PresetId } from '../rules/vocabulary.js';
import { ORGANISER, NOON, choice } from '../testing/ballots.js';
import { faultOf } from '../testing/refusals.js';
import { HALF_OR_MORE, MORE_THAN_HALF, TWO_THIRDS } from '../counting/fractions.js';
import { PRESETS, presetOf } from './presets.js';
import { rulesFrom, warningsOf } from './warnings.js';

const drafted = (id: PresetId, changes: Json = {}, channel: 'hands' | 'paper' = 'paper') => {
  const kind = presetOf(id)?.kind ?? 'resolution';
  const ruled = rulesFrom(id, { kind, round: 'first' }, kind === 'election' ? { seats: 1, ...changes } : changes);
  const choices = kind === 'election' ? [] : [choice('a'), choice('b')];
  return draft(
    { id: 'b', organisationId: 'o', sessionId: 's', title: 'A vote', ...ruled, channel, round: 'first', choices, preset: id },
    ORGANISER,
    NOON,
  ).ballot;
};
const warned = (...given: Parameters<typeof drafted>) =>
  warningsOf(drafted(...given)).map(({ asks, clause }) => `${asks} ${clause.article ?? '?'} ${clause.mark}`);

describe('the presets', () => {
  it('are those of the list, each once', () => {
    expect(PRESETS.map(({ id }) => id)).toEqual(PRESET_IDS);
  });

  it.each(PRESET_IDS.filter((id) => id !== 'school-practice'))(
    '%s makes rules that the counting contract knows, and meets its own source',
    (id) => {
      expect(warned(id)).toEqual([]);
    },
  );

  it('claim no more certainty for a clause than for their source, but for what an order stands above', () => {
    const certainty = ['U', 'E', 'T'];
    for (const { id, mark, floors } of PRESETS.filter((preset) => preset.id !== 'school-practice'))
      expect([id, floors.every(({ clause }) => certainty.indexOf(clause.mark) <= certainty.indexOf(mark))]).toEqual([id, true]);
    for (const { id, mark, floors } of PRESETS.filter((preset) => preset.mark === 'T'))
      expect([id, floors.every(({ clause }) => clause.mark === mark && clause.article !== null)]).toEqual([id, true]);
    expect(PRESETS.filter(({ mark }) => mark === 'T').map(({ id }) => id)).toEqual([
      'shanghai',
      'zhejiang',
      'zhejiang-election',
      'henan',
      'chongqing',
      'shandong',
    ]);
  });

  it('are for one kind of vote each', () => {
    expect(faultOf(() => rulesFrom('shanghai', { kind: 'election', round: 'first' }, {}))).toEqual({
      field: 'preset',
      reason: 'not-of-this-kind',
    });
    expect(faultOf(() => rulesFrom('union-election', { kind: 'poll', round: 'first' }, {}))).toEqual({
      field: 'preset',
      reason: 'not-of-this-kind',
    });
  });
});

describe('a warning', () => {
  it.each<[string, PresetId, Json, string[]]>([
    ['a smaller quorum', 'shanghai', { quorum: { num: 1, den: 2, inclusive: true } }, ['quorum 28 T']],
    ['a share of those present', 'shanghai', { pass: { ...MORE_THAN_HALF, base: 'present' } }, ['threshold 31 T']],
    ['half where more than half is asked', 'zhejiang', { pass: { ...HALF_OR_MORE, base: 'roll' } }, ['threshold 15 T']],
    [
      'nothing, where more is asked than the law asks',
      'shanghai',
      { pass: { ...TWO_THIRDS, base: 'roll' }, quorum: { num: 4, den: 5, inclusive: true } },
      [],
    ],
    ['a bundle', 'enterprise', { bundle: 'all' }, ['item-by-item 20 E']],
    ['a single slate', 'union-election', { surplus: null }, ['surplus ? E']],
    ['too few more candidates', 'union-election', { surplus: { rate: { num: 4, den: 100 }, min: 1 } }, ['surplus ? E']],
    ['the practice of schools', 'school-practice', {}, ['threshold ? U']],
    ['a posting of six days where seven are asked', 'henan', { procedure: { publication: { kind: 'days', n: 6 } } }, ['publication 28 T']],
    ['no posting', 'chongqing', { procedure: { publication: null } }, ['publication 9 T']],
    [
      'a posting that is too short by the other calendar',
      'shandong',
      { procedure: { publication: { kind: 'working-days', n: 10 } } },
      ['publication 12 T'],
    ],
    [
      'nothing, where working days last long enough whatever the weekday',
      'shandong',
      { procedure: { publication: { kind: 'working-days', n: 12 } } },
      [],
    ],
    ['nothing, for a month', 'shandong', { procedure: { publication: { kind: 'months', n: 1 } } }, []],
    ['candidates whom the organiser puts on the paper', 'union-election', { procedure: { nomination: null } }, ['nomination-notice ? U']],
    [
      'five days where five working days are usual',
      'union-election',
      { procedure: { nomination: { notice: { kind: 'days', n: 5 } } } },
      ['nomination-notice ? U'],
    ],
    ['nobody’s approval', 'union-election', { procedure: { approval: null } }, ['approval ? U']],
    ['nothing, for a day that the meeting fixed', 'henan', { procedure: { publication: { kind: 'date', date: '2026-04-01' } } }, []],
  ])('is given for %s', (_, id, changes, expected) => {
    expect(warned(id, changes)).toEqual(expected);
  });

  it('is given for raised hands where the law asks a secret ballot', () => {
    expect(warned('shanghai', {}, 'hands')).toEqual(['secret 31 T']);
    expect(warned('school', {}, 'hands')).toEqual([]);
  });

  it('leaves the parts of a procedure that are not changed as the preset has them', () => {
    expect(
      rulesFrom('union-election', { kind: 'election', round: 'first' }, { seats: 1, procedure: { sharesNeeded: 2, approval: null } }).rules
        .procedure,
    ).toMatchObject({
      lateArrivals: 'excluded',
      sharesNeeded: 2,
      approval: null,
      publication: { n: 5 },
    });
    expect(rulesFrom('shanghai', { kind: 'resolution', round: 'first' }, { procedure: { sharesNeeded: 2 } }).rules.procedure).toEqual({
      sharesNeeded: 2,
    });
    expect(faultOf(() => drafted('henan', { procedure: 'none' } as unknown as Json))).toEqual({
      field: 'rules.procedure',
      reason: 'not-an-object',
    });
  });

  it('is not given without a preset, nor for the surplus and the nomination of a later round', () => {
    expect(warningsOf({ ...drafted('shanghai', {}, 'hands'), preset: null })).toEqual([]);
    expect(warningsOf({ ...drafted('union-election', { surplus: null, procedure: { nomination: null } }), round: 'runoff' })).toEqual([]);
  });
});
