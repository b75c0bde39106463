import { count as countCase } from '../counting/count.js';
import { Entries } from '../paper-entry/entries.js';
import { draft, revise } from '../preparing/drafting.js';
import { marksOf } from '../rules/scale.js';
import { NOON, ORGANISER, SCALE, aBallot, by, choice, sheet, twoEntries, draftFrom } from '../testing/ballots.js';
import { faultOf, refusalOf } from '../testing/refusals.js';
import { open } from '../voting/opening.js';
import { readFigures } from './figures.js';
import { countHands } from './hands.js';
import { tally } from './tally.js';

const means = (entries = new Entries()) => ({ entries, digestOf: (text: string) => text });
const fresh = {
  id: 'ballot',
  organisationId: 'organisation',
  sessionId: 'session',
  title: 'The leaders',
  kind: 'appraisal',
  channel: 'paper',
  round: 'first',
  rules: {},
  choices: [choice('l1')],
  scale: SCALE,
} as const;

describe('the draft of an advisory vote', () => {
  it.each([
    ['an appraisal without grades', { scale: null }, { field: 'grades', reason: 'missing' }],
    ['a grade twice', { scale: { grades: ['good', 'good'], rates: {} } }, { field: 'grades[1]', reason: 'repeated' }],
    ['a grade that means none', { scale: { grades: ['good', 'abstain'], rates: {} } }, { field: 'grades', reason: 'not-a-grade' }],
    [
      'a rate of another grade',
      { scale: { ...SCALE, rates: { happy: ['splendid'] } } },
      { field: 'rates.happy[0]', reason: 'not-in-the-list' },
    ],
    ['nobody to appraise', { choices: [] }, { field: 'subjects', reason: 'empty' }],
    ['grades in a poll', { kind: 'poll' as const }, { field: 'grades', reason: 'not-of-this-kind' }],
    [
      'a threshold',
      { rules: { pass: { num: 1, den: 2, inclusive: false, base: 'roll' } } },
      { field: 'rules.pass', reason: 'unknown-field' },
    ],
  ])('is malformed with %s', (_, change, fault) => {
    expect(faultOf(() => draftFrom({ ...fresh, ...change }))).toEqual(fault);
  });

  it('may ask all staff, where a vote that decides may not', () => {
    expect(draft({ ...fresh, electorate: 'staff' }, ORGANISER, NOON).ballot.electorate).toBe('staff');
    expect(faultOf(() => aBallot({ electorate: 'staff' }).drafted)).toEqual({ field: 'electorate', reason: 'delegates-decide' });
  });

  it('changes its grades and its subjects until it is adopted', () => {
    const { drafted, adopted } = aBallot({ kind: 'appraisal' });
    const scale = { grades: ['fit', 'unfit'], rates: {} };
    expect(revise(drafted, ORGANISER, { scale }).ballot.scale).toEqual(scale);
    expect(refusalOf(() => revise(adopted, ORGANISER, { scale })).code).toBe('ballot.rules-frozen');
    expect(refusalOf(() => revise(adopted, ORGANISER, { choices: [choice('l9')] })).code).toBe('ballot.rules-frozen');
  });
});

describe('figures of the hall', () => {
  const appraisal = aBallot({ kind: 'appraisal' }).closed;
  const poll = aBallot({ kind: 'poll' }).closed;
  const counts = { excellent: 3, competent: 2, basically: 0, not: 0 };

  it.each([
    ['hands for an appraisal', appraisal, { items: [{ id: 'l1', yes: 1, no: 0, abstain: 0 }] }, 'items', 'unknown-field'],
    [
      'a grade nobody knows',
      appraisal,
      { subjects: [{ id: 'l1', counts: { splendid: 1 }, abstain: 0 }] },
      'subjects[0].counts.splendid',
      'not-a-grade',
    ],
    ['a grade left out', appraisal, { subjects: [{ id: 'l1', counts: { excellent: 1 }, abstain: 0 }] }, 'subjects[0].counts', 'incomplete'],
    ['half a vote', poll, { options: [{ id: 'a', votes: 0.5 }] }, 'options[0].votes', 'not-a-whole-number'],
    ['nothing', poll, { options: [] }, 'options', 'empty'],
  ])('are not %s', (_, ballot, sent, field, reason) => {
    expect(faultOf(() => readFigures(ballot, sent))).toEqual({ field, reason });
  });

  it('appraise, each grade with its share', () => {
    const read = readFigures(appraisal, {
      subjects: [
        { id: 'l1', counts, abstain: 1 },
        { id: 'l2', counts: { ...counts, competent: 3 }, abstain: 0 },
      ],
    });
    const { ballot } = tally(countHands(appraisal, by('t1'), read).ballot, ORGANISER, means());
    expect(ballot.tally?.outcome).toMatchObject({
      status: 'counted',
      subjects: [
        {
          id: 'l1',
          abstain: 1,
          grades: { excellent: { count: 3, ofValid: { percent: '50.0' }, ofMarked: { percent: '60.0' } } },
          rates: { competentRate: { count: 5 } },
        },
        { id: 'l2', rates: { competentRate: { count: 6, ofValid: { percent: '100.0' } } } },
      ],
    });
    expect(countCase(ballot.tally?.countingCase)).toEqual(ballot.tally?.outcome);
    const short = () =>
      countHands(
        appraisal,
        by('t1'),
        readFigures(appraisal, {
          subjects: [
            { id: 'l1', counts, abstain: 1 },
            { id: 'l2', counts, abstain: 0 },
          ],
        }),
      );
    expect(refusalOf(short)).toEqual({ code: 'ballot.hands-unequal', details: { id: 'l2', counted: 5, voters: 6 } });
  });

  it('poll: as many votes as all options have', () => {
    const votes = [
      { id: 'a', votes: 1 },
      { id: 'b', votes: 2 },
      { id: 'c', votes: 2 },
    ];
    const { ballot } = tally(countHands(poll, by('t1'), readFigures(poll, { options: votes })).ballot, ORGANISER, means());
    expect(ballot.tally).toMatchObject({
      outcome: { status: 'counted', leading: ['b', 'c'] },
      countingCase: { counts: { returned: 5, voters: 5 } },
    });
    expect(refusalOf(() => tally(poll, ORGANISER, means())).code).toBe('ballot.hands-missing');
  });
});

describe('forms on paper', () => {
  it('appraise with one grade for each subject; none is an abstention', () => {
    const { closed } = aBallot({ kind: 'appraisal', channel: 'paper', returned: 4 });
    expect(marksOf(closed)).toEqual([...SCALE.grades, 'abstain']);
    const sheets = [
      sheet(1, { l1: 'excellent', l2: 'not' }),
      sheet(2, { l1: 'competent' }),
      sheet(3, { l1: 'excellent', l9: 'not' }),
      sheet(4, {}, ['Somebody']),
    ];
    const { ballot } = tally(closed, ORGANISER, means(twoEntries(sheets)));
    expect(ballot.tally).toMatchObject({
      papers: { returned: 4, valid: 2, invalid: 2, reasons: { unknownMark: 1, writeIn: 1 } },
      countingCase: {
        counts: { returned: 4, invalid: 2 },
        subjects: [
          { id: 'l1', counts: { excellent: 1, competent: 1 }, abstain: 0 },
          { id: 'l2', counts: { not: 1 }, abstain: 1 },
        ],
      },
    });
    expect(countCase(JSON.parse(JSON.stringify(ballot.tally?.countingCase)))).toEqual(ballot.tally?.outcome);
  });

  it('poll with one option each; none and two are spoiled', () => {
    const { closed } = aBallot({ kind: 'poll', channel: 'paper', returned: 5 });
    const sheets = [sheet(1, { a: 'yes' }), sheet(2, { b: 'yes' }), sheet(3, { b: 'yes' }), sheet(4, { a: 'yes', b: 'yes' }), sheet(5, {})];
    const { ballot } = tally(closed, ORGANISER, means(twoEntries(sheets)));
    expect(ballot.tally).toMatchObject({
      outcome: { leading: ['b'] },
      papers: { valid: 3, invalid: 2, reasons: { overVote: 1, noOption: 1 } },
    });
    expect(countCase(ballot.tally?.countingCase)).toEqual(ballot.tally?.outcome);
  });

  it.each(['appraisal', 'poll'] as const)('above the issued void the %s', (kind) => {
    const { tally: result } = tally(aBallot({ kind, channel: 'paper', returned: 7 }).closed, ORGANISER, means()).ballot;
    expect(result).toMatchObject({ countingCase: null, papers: null, outcome: { status: 'void' } });
    expect(result?.outcome).not.toHaveProperty(kind === 'poll' ? 'options' : 'subjects');
  });
});

describe('a vote of the heads of delegations', () => {
  const proposal = { ...choice('p1'), proposalId: 'proposal-1' };
  const excellent = (...choices: (typeof proposal)[]) =>
    aBallot({ kind: 'resolution', electorate: 'heads', choices: [proposal, ...choices] });

  it('is about proposals, and about nothing that the congress decides', () => {
    expect(excellent().drafted.electorate).toBe('heads');
    expect(faultOf(() => aBallot({ kind: 'poll', electorate: 'heads' }).drafted)).toEqual({
      field: 'electorate',
      reason: 'heads-choose-proposals',
    });
    const matter = { ...proposal, id: 'm1', proposalId: null as never };
    expect(faultOf(() => excellent(matter).drafted)).toEqual({ field: 'items', reason: 'heads-choose-proposals' });
    expect(faultOf(() => revise(excellent().drafted, ORGANISER, { choices: [matter] }))).toEqual({
      field: 'items',
      reason: 'heads-choose-proposals',
    });
  });

  it('needs no meeting', () => {
    const between = { present: 6, issued: null, sessionIsOpen: false };
    expect(open(excellent().named, ORGANISER, between, NOON).ballot.state).toBe('OPEN');
  });
});

it('asks all staff where they work, whether the congress sits or not', () => {
  const between = { present: 6, issued: null, sessionIsOpen: false };
  expect(open(aBallot({ kind: 'poll', electorate: 'staff' }).named, ORGANISER, between, NOON).ballot.state).toBe('OPEN');
  expect(refusalOf(() => open(aBallot({ kind: 'poll' }).named, ORGANISER, between, NOON)).code).toBe('ballot.session-not-open');
});
