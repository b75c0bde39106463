import type { BallotView } from '../../../api/shapes.js';
import type { Preset } from './drafting-requests.js';
import { draftOf, linesOf, revisedChoices, revisionOf, type BallotInput } from './drafting.js';
import { fieldsOf, fieldsOfRules, ballotInputOf } from './fields.js';

const MORE_THAN_HALF = { num: 1, den: 2, inclusive: false, base: 'roll' } as const;
const NOMINATION = { notice: { kind: 'working-days', n: 5 }, primaryAbove: null, order: 'strokes' } as const;
const PRESET: Extract<Preset, { kind: 'election' }> = {
  id: 'union-election',
  kind: 'election',
  source: 'A regulation',
  mark: 'E',
  asks: [],
  rules: { quorum: { num: 2, den: 3, inclusive: true }, elect: MORE_THAN_HALF, tie: 'runoff', shortage: 'vacant', writeIns: 'replace-no' },
};
const INPUT: BallotInput = {
  sessionId: 's',
  kind: 'election',
  preset: 'union-election',
  title: ' The committee ',
  channel: 'paper',
  electorate: 'delegates',
  grades: [],
  seats: 2,
  threshold: MORE_THAN_HALF,
  surplus: null,
  nomination: null,
  relativesBarred: false,
  lateAdmitted: false,
  byTheClock: false,
  revote: false,
  sharesNeeded: null,
  threeWay: false,
  entries: [
    { label: 'A ', memberId: 'm1' },
    { label: 'B', memberId: null },
  ],
};

describe('the draft of a ballot', () => {
  it('says only what differs from the preset', () => {
    expect(draftOf(INPUT, PRESET)).toEqual({
      sessionId: 's',
      kind: 'election',
      channel: 'paper',
      title: 'The committee',
      preset: 'union-election',
      rules: { seats: 2 },
      candidates: [
        { id: 'c1', label: 'A', memberId: 'm1' },
        { id: 'c2', label: 'B' },
      ],
    });
  });

  it('names another threshold whole, with its base', () => {
    const threshold = { num: 2, den: 3, inclusive: true, base: 'present' } as const;
    expect(draftOf({ ...INPUT, threshold, surplus: 1 }, PRESET).rules).toEqual({
      seats: 2,
      elect: threshold,
      surplus: { rate: { num: 0, den: 1 }, min: 1 },
    });
    expect(draftOf({ ...INPUT, threshold: { ...MORE_THAN_HALF, inclusive: true } }, PRESET).rules).toMatchObject({
      elect: { inclusive: true },
    });
  });

  it('has on sealed papers no names written in, and what only they have', () => {
    expect(draftOf({ ...INPUT, channel: 'sealed' }, PRESET).rules).toEqual({ seats: 2, writeIns: 'none' });
    expect(draftOf({ ...INPUT, channel: 'mixed', revote: true, sharesNeeded: 2, threeWay: true }, PRESET).rules).toEqual({
      seats: 2,
      writeIns: 'none',
      revote: true,
      procedure: { sharesNeeded: 2, sealedMarks: 'three-way' },
    });
    expect(draftOf({ ...INPUT, revote: true, sharesNeeded: 2 }, PRESET).rules).toEqual({ seats: 2 });
  });

  it('says that candidates named here are not found by the nomination of the preset', () => {
    const preset = {
      ...PRESET,
      rules: {
        ...PRESET.rules,
        procedure: {
          lateArrivals: 'excluded',
          nomination: { order: 'strokes', primaryAbove: null, notice: { kind: 'working-days', n: 5 } },
        },
      },
    } as const satisfies Preset;
    expect(draftOf(INPUT, preset).rules).toEqual({ seats: 2, procedure: { nomination: null } });
    expect(draftOf({ ...INPUT, channel: 'sealed', sharesNeeded: 2 }, preset).rules).toEqual({
      seats: 2,
      writeIns: 'none',
      procedure: { nomination: null, sharesNeeded: 2 },
    });
    expect(draftOf({ ...INPUT, entries: [], nomination: NOMINATION }, preset).rules).toEqual({ seats: 2 });
    const longer = { ...NOMINATION, notice: { kind: 'days', n: 9 } } as const;
    expect(draftOf({ ...INPUT, entries: [], nomination: longer }, preset).rules).toEqual({ seats: 2, procedure: { nomination: longer } });
  });

  it('says how the vote is run where that is not as it is anyway', () => {
    expect(draftOf({ ...INPUT, relativesBarred: true, lateAdmitted: true, byTheClock: true }, PRESET).rules).toEqual({
      seats: 2,
      procedure: { relatives: 'barred', lateArrivals: 'admitted', timing: 'by-the-clock' },
    });
    expect(draftOf({ ...INPUT, kind: 'poll', preset: null, byTheClock: true }, null).rules).toEqual({
      procedure: { timing: 'by-the-clock' },
    });
  });

  it('says what becomes of a tie where the preset has it otherwise', () => {
    expect(draftOf({ ...INPUT, tie: 'lots' }, PRESET).rules).toEqual({ seats: 2, tie: 'lots' });
    expect(
      ballotInputOf(
        { ...fieldsOfRules('election', { ...PRESET.rules, tie: 'lots' }), sessionId: 's', kind: 'election', channel: 'hands', title: 'E' },
        null,
      ).tie,
    ).toBe('lots');
  });

  it('leaves the rules of a poll to the service, and grades an appraisal', () => {
    const poll = draftOf({ ...INPUT, kind: 'poll', preset: null }, null);
    expect(poll).not.toHaveProperty('rules');
    expect(poll).toMatchObject({ options: [{ id: 'o1' }, { id: 'o2' }] });
    expect(draftOf({ ...INPUT, kind: 'appraisal', preset: null, grades: ['good', 'bad'] }, null)).toMatchObject({
      grades: ['good', 'bad'],
      subjects: [{ id: 's1' }, { id: 's2' }],
    });
  });
});

describe('the revision of a drafted ballot', () => {
  const RULES = {
    quorum: { num: 2, den: 3, inclusive: true },
    elect: MORE_THAN_HALF,
    seats: 2,
    surplus: { rate: { num: 5, den: 100 }, min: 1 },
    tie: 'runoff',
    writeIns: 'replace-no',
    procedure: { publication: { kind: 'days', n: 7 }, timing: 'by-the-clock' },
  };
  const BALLOT = {
    id: 'b',
    sessionId: 's',
    kind: 'election',
    channel: 'paper',
    title: 'The committee',
    preset: 'union-election',
    rules: RULES,
    candidates: [
      { id: 'c1', label: 'A', memberId: 'm1' },
      { id: 'c2', label: 'B', memberId: null },
    ],
  } as unknown as BallotView;
  const asFilled = (ballot: BallotView, changes: object = {}) => ballotInputOf({ ...fieldsOf(ballot, ', '), ...changes }, null);

  it('leaves everything as it is where nothing is changed', () => {
    expect(revisionOf(asFilled(BALLOT), BALLOT)).toEqual({
      title: 'The committee',
      rules: { ...RULES, procedure: { ...RULES.procedure, nomination: null, relatives: 'allowed', lateArrivals: 'excluded' } },
      candidates: [
        { id: 'c1', label: 'A', memberId: 'm1' },
        { id: 'c2', label: 'B' },
      ],
    });
  });

  it('changes what is filled in otherwise, and keeps what the form does not ask', () => {
    const { title, rules } = revisionOf(
      asFilled(BALLOT, {
        title: ' Another ',
        seats: 3,
        threshold: { ...MORE_THAN_HALF, inclusive: true },
        byTheClock: false,
        relativesBarred: true,
      }),
      BALLOT,
    );
    expect(title).toBe('Another');
    expect(rules).toMatchObject({
      seats: 3,
      elect: { inclusive: true },
      tie: 'runoff',
      surplus: RULES.surplus,
      procedure: { publication: { n: 7 }, timing: 'by-hand', relatives: 'barred' },
    });
  });

  it('takes the candidates off the paper where they shall be nominated', () => {
    const revision = revisionOf(asFilled(BALLOT, { foundBy: 'nominated', noticeKind: 'days', noticeN: 7 }), BALLOT);
    expect(revision).toMatchObject({
      candidates: [],
      rules: { procedure: { nomination: { notice: { kind: 'days', n: 7 }, primaryAbove: null, order: 'strokes' } } },
    });
  });

  it('gives who stays the same id, and who is new the next free one', () => {
    const entries = [
      { label: 'New', memberId: null },
      { label: 'B', memberId: null },
      { label: 'A anew', memberId: 'm1' },
      { label: 'Newer', memberId: null },
    ];
    expect(revisedChoices({ kind: 'election', entries }, BALLOT)).toEqual({
      candidates: [
        { id: 'c3', label: 'New' },
        { id: 'c2', label: 'B' },
        { id: 'c1', label: 'A anew', memberId: 'm1' },
        { id: 'c4', label: 'Newer' },
      ],
    });
  });

  it('keeps the id of an item that decides a proposal, whatever is put before it', () => {
    const matter = {
      kind: 'resolution',
      title: 'Plans',
      channel: 'hands',
      rules: {},
      items: [{ id: 'm1', label: 'A lift', memberId: null, proposalId: 'p' }],
    } as unknown as BallotView;
    expect(revisionOf(asFilled(matter, { lines: 'A ramp' }), matter).items).toEqual([
      { id: 'm2', label: 'A ramp' },
      { id: 'm1', label: 'A lift', proposalId: 'p' },
    ]);
  });

  it('drops the rates of an appraisal with the grades that they name', () => {
    const appraisal = {
      kind: 'appraisal',
      title: 'Leaders',
      channel: 'paper',
      rules: {},
      subjects: [{ id: 's1', label: 'X', memberId: null }],
      grades: ['good', 'bad'],
      rates: { well: ['good'] },
    } as unknown as BallotView;
    expect(revisionOf(asFilled(appraisal), appraisal)).toMatchObject({ grades: ['good', 'bad'], rates: { well: ['good'] } });
    expect(revisionOf(asFilled(appraisal, { grades: 'good fair bad' }), appraisal)).not.toHaveProperty('rates');
  });
});

it('reads one entry a line', () => {
  expect(linesOf(' plan \n\n budget\r\n')).toEqual(['plan', 'budget']);
});

describe('a resolution', () => {
  const fields = {
    sessionId: 's',
    kind: 'resolution',
    channel: 'hands',
    title: 'The plans',
    lines: 'The bylaws',
    proposals: [{ id: 'p1', name: 'Longer lunch breaks' }],
  } as const;

  it('decides proposals that are picked, each as a matter under its subject', () => {
    expect(draftOf(ballotInputOf(fields, null), null).items).toEqual([
      { id: 'm1', label: 'The bylaws' },
      { id: 'm2', label: 'Longer lunch breaks', proposalId: 'p1' },
    ]);
  });

  it('has them in the form again when it is revised, and lets go of what is taken out', () => {
    const items = [
      { id: 'm1', label: 'The bylaws', memberId: null },
      { id: 'm2', label: 'Longer lunch breaks', memberId: null, proposalId: 'p1' },
    ];
    const ballot = { sessionId: 's', kind: 'resolution', channel: 'hands', title: 'The plans', rules: {}, items } as unknown as BallotView;
    const shown = fieldsOf(ballot, ', ');
    expect(shown).toMatchObject({ lines: 'The bylaws', proposals: [{ id: 'p1', name: 'Longer lunch breaks' }] });
    expect(revisionOf(ballotInputOf(shown, null), ballot).items).toEqual([
      { id: 'm1', label: 'The bylaws' },
      { id: 'm2', label: 'Longer lunch breaks', proposalId: 'p1' },
    ]);
    expect(revisionOf(ballotInputOf({ ...shown, proposals: [] }, null), ballot).items).toEqual([{ id: 'm1', label: 'The bylaws' }]);
  });
});
