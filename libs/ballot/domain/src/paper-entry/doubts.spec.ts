import fc from 'fast-check';
import { nameOfficers } from '../preparing/officers.js';
import { DOUBT_REASONS, VERDICTS } from '../record/count.js';
import { sign } from '../tally/signing.js';
import { tally } from '../tally/tally.js';
import { KNOWN, NOON, OFFICERS, ORGANISER, aBallot, by, doubted, ruling, sheet, twoEntries } from '../testing/ballots.js';
import { faultOf, refusalOf } from '../testing/refusals.js';
import { ruleOnDoubt, settleDifference } from './entering.js';
import type { Ruling } from './rulings.js';
import { readSheet } from './sheets.js';

const election = aBallot({ kind: 'election', channel: 'paper', returned: 4 }).closed;
const sound = [sheet(1, { c1: 'yes' }), sheet(2, { c1: 'yes' }), sheet(3, { c1: 'yes' })];
const four = [...sound, doubted(4, 'illegible', { c1: 'yes' }, ['c2'])];
const counted = (rulings: readonly Ruling[], sheets = four) =>
  tally(election, ORGANISER, { entries: twoEntries(sheets, [], [], rulings), digestOf: (text) => text }).ballot;

describe('a doubtful sheet', () => {
  it('is sent with its reason, and with the marks in doubt where it is not the whole sheet', () => {
    expect(readSheet({ no: 1, marks: { c1: 'yes' }, doubt: { reason: 'illegible', marks: ['c2'] } }, ['yes'])).toEqual(
      doubted(1, 'illegible', { c1: 'yes' }, ['c2']),
    );
    expect(readSheet({ no: 1, doubt: { reason: 'noSeal' } }, ['yes'])).toEqual(doubted(1, 'noSeal'));
    expect(faultOf(() => readSheet({ no: 1, doubt: { reason: 'ugly' } }, ['yes']))).toEqual({
      field: 'doubt.reason',
      reason: 'not-in-the-list',
    });
    expect(faultOf(() => readSheet({ no: 1, doubt: { reason: 'noSeal', marks: ['c1', 'c1'] } }, ['yes']))).toEqual({
      field: 'doubt.marks[1]',
      reason: 'repeated',
    });
  });

  it('keeps the count from going on, with how many they are and which', () => {
    expect(refusalOf(() => counted([]))).toEqual({ code: 'ballot.doubts-open', details: { open: 1, sheets: ['4'] } });
  });

  it('is one as soon as either teller doubts, and then not for a third to settle', () => {
    const entries = twoEntries([...sound, sheet(4, { c1: 'yes' })], [doubted(4, 'noSeal', { c2: 'yes' })]);
    expect(entries.differences(4)).toEqual([]);
    expect(entries.doubtful(4, 2)).toMatchObject([{ no: 4, readings: [{ doubt: null }, { doubt: { reason: 'noSeal' } }], decision: null }]);
    expect(refusalOf(() => settleDifference(election, by('s1'), entries, sheet(4, {}))).code).toBe('ballot.no-difference');
  });

  it('may also come from the third who was to settle a difference', () => {
    const entries = twoEntries(
      four.map((each) => ({ ...each, doubt: null })),
      [sheet(4, { c2: 'yes' })],
      [doubted(4, 'otherFault')],
    );
    expect(entries.doubtful(4, 2)).toMatchObject([{ no: 4, decision: null }]);
    expect(refusalOf(() => entries.settled(4, 2)).code).toBe('ballot.doubts-open');
  });
});

describe('the scrutineers', () => {
  const entries = twoEntries(four);
  const rule = (memberId: string, verdict: (typeof VERDICTS)[number] = 'valid', read = sheet(4, { c1: 'yes' })) =>
    ruleOnDoubt(election, by(memberId), entries, { verdict, reason: 'illegible', sheet: read });

  it('decide, each for oneself, what was left to them and nothing else', () => {
    expect(rule('s1')).toMatchObject({
      change: { ballot: { state: 'CLOSED', tally: null } },
      ruling: { scrutineerId: 's1', verdict: 'valid' },
    });
    expect(refusalOf(() => rule('t1')).code).toBe('ballot.not-a-scrutineer');
    expect(refusalOf(() => rule('organiser')).code).toBe('ballot.not-a-scrutineer');
    expect(refusalOf(() => rule('s1', 'valid', sheet(1, {})))).toEqual({ code: 'ballot.no-doubt', details: { no: 1 } });
    expect(refusalOf(() => ruleOnDoubt(aBallot().closed, by('s1'), entries, ruling('s1', 'valid', 'illegible', sheet(4, {})))).code).toBe(
      'ballot.wrong-channel',
    );
    expect(
      refusalOf(() =>
        ruleOnDoubt(aBallot({ channel: 'paper' }).opened, by('s1'), entries, ruling('s1', 'valid', 'illegible', sheet(4, {}))),
      ).code,
    ).toBe('ballot.wrong-state');
  });

  it('cannot read votes on a sheet that they find invalid, nor pass the doubt on', () => {
    expect(faultOf(() => rule('s1', 'invalid'))).toEqual({ field: 'marks', reason: 'not-of-an-invalid-sheet' });
    expect(faultOf(() => rule('s1', 'invalid', sheet(4, {}, ['w1'])))).toEqual({ field: 'writeIns', reason: 'not-of-an-invalid-sheet' });
    expect(faultOf(() => rule('s1', 'valid', doubted(4, 'noSeal')))).toMatchObject({ field: 'doubt' });
  });

  it('are two who decide alike: one is not enough, nor two who differ', () => {
    const valid = (memberId: string) => ruling(memberId, 'valid', 'illegible', sheet(4, { c1: 'yes' }));
    expect(refusalOf(() => counted([valid('s1')])).code).toBe('ballot.doubts-open');
    expect(refusalOf(() => counted([valid('s1'), ruling('s2', 'partly', 'illegible', sheet(4, { c1: 'yes' }))])).code).toBe(
      'ballot.doubts-open',
    );
    expect(refusalOf(() => counted([valid('s1'), ruling('s2', 'valid', 'illegible', sheet(4, { c2: 'yes' }))])).code).toBe(
      'ballot.doubts-open',
    );
    expect(counted([valid('s1'), valid('s2')]).tally?.papers).toEqual({
      returned: 4,
      valid: 4,
      invalid: 0,
      reasons: {},
      doubtful: { valid: { illegible: 1 } },
    });
    const tied = [valid('s1'), valid('s2'), ...['s3', 's4'].map((id) => ruling(id, 'invalid', 'illegible', sheet(4, {})))];
    expect(refusalOf(() => counted(tied)).code).toBe('ballot.doubts-open');
  });

  it('are the chief alone where there is one only', () => {
    const alone = nameOfficers(
      aBallot({ kind: 'election', channel: 'paper' }).frozen,
      ORGANISER,
      { ...OFFICERS, scrutineers: ['s1'] },
      KNOWN,
    ).ballot;
    const ballot = { ...election, officers: alone.officers };
    const means = { entries: twoEntries(four, [], [], [ruling('s1', 'invalid', 'noSeal', sheet(4, {}))]), digestOf: String };
    expect(tally(ballot, ORGANISER, means).ballot.tally?.papers).toMatchObject({ invalid: 1, reasons: { noSeal: 1 } });
  });

  it('may change their mind until somebody signed, and a count made is open again', () => {
    const valid = ['s1', 's2'].map((id) => ruling(id, 'valid', 'illegible', sheet(4, { c1: 'yes' })));
    const tallied = counted(valid);
    expect(
      ruleOnDoubt(tallied, by('s1'), twoEntries(four, [], [], valid), ruling('s1', 'invalid', 'illegible', sheet(4, {}))).change.ballot,
    ).toMatchObject({ state: 'CLOSED', tally: null });
    const signed = sign(tallied, by('t1'), tallied.tally?.digest ?? '', NOON).ballot;
    expect(refusalOf(() => ruleOnDoubt(signed, by('s1'), entries, ruling('s1', 'invalid', 'illegible', sheet(4, {})))).code).toBe(
      'ballot.already-signed',
    );
  });
});

describe('the count of doubtful sheets', () => {
  const both = (verdict: (typeof VERDICTS)[number], marks: Record<string, string>) =>
    ['s1', 's2'].map((id) => ruling(id, verdict, 'illegible', sheet(4, marks)));

  // R49: the legible part is valid, what cannot be read is none.
  it('takes the illegible mark for none and the rest as it reads', () => {
    const { tally: result } = counted(both('partly', { c1: 'yes' }));
    expect(result?.countingCase).toMatchObject({
      counts: { returned: 4, invalid: 0 },
      candidates: [
        { id: 'c1', yes: 4, abstain: 0 },
        { id: 'c2', yes: 0, abstain: 4 },
      ],
    });
    expect(result?.papers?.doubtful).toEqual({ partly: { illegible: 1 } });
  });

  it('has an invalid one spoiled under its reason, in the words of the counting contract', () => {
    const { tally: result } = counted(both('invalid', {}));
    expect(result?.countingCase).toMatchObject({
      counts: { returned: 4, voters: 4, invalid: 1 },
      candidates: [
        { id: 'c1', yes: 3, abstain: 0 },
        { id: 'c2', abstain: 3 },
      ],
    });
    expect(result?.papers).toEqual({
      returned: 4,
      valid: 3,
      invalid: 1,
      reasons: { illegible: 1 },
      doubtful: { invalid: { illegible: 1 } },
    });
    expect(JSON.stringify(result)).not.toMatch(/"no":4|s1|s2/);
  });

  it('judges what they found valid by the rules like any other sheet', () => {
    const overVote = { c1: 'yes', c2: 'yes' };
    expect(counted(both('valid', overVote)).tally?.papers).toMatchObject({
      invalid: 1,
      reasons: { overVote: 1 },
      doubtful: { valid: { illegible: 1 } },
    });
  });

  it('always adds up', () => {
    const verdict = fc.record({
      verdict: fc.constantFrom(...VERDICTS),
      reason: fc.constantFrom(...DOUBT_REASONS),
      mark: fc.constantFrom('yes', 'no', 'abstain'),
    });
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 5 }), (verdicts) => {
        const sheets = verdicts.map(({ reason }, nth) => doubted(nth + 1, reason));
        const rulings = verdicts.flatMap(({ verdict: word, reason, mark }, nth) =>
          ['s1', 's2'].map((id) => ruling(id, word, reason, sheet(nth + 1, word === 'invalid' ? {} : { plan: mark }))),
        );
        const ballot = aBallot({ channel: 'paper', returned: sheets.length }).closed;
        const result = tally(ballot, ORGANISER, { entries: twoEntries(sheets, [], [], rulings), digestOf: String }).ballot.tally;
        const invalid = verdicts.filter((each) => each.verdict === 'invalid').length;
        expect(result?.papers).toMatchObject({ returned: sheets.length, invalid, valid: sheets.length - invalid });
        const told = Object.values(result?.papers?.doubtful ?? {}).flatMap((reasons) => Object.values(reasons));
        expect(told.reduce((sum, each) => sum + each, 0)).toBe(sheets.length);
      }),
    );
  });
});
