import { WorkingCalendar } from '@plenum/calendar';
import { count } from '../counting/count.js';
import type { CountedOutcome } from '../counting/outcome.js';
import { nominationRuleOf } from '../preparing/nominations.js';
import type { Ballot } from '../record/ballot.js';
import { countingRules, readRules } from '../rules/rules.js';
import { DELEGATE, ELECTION_RULES, NOON, ORGANISER, aBallot } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { closeNomination } from './closing-nomination.js';
import { decline, nominate, postCandidates } from './nominating.js';
import { callPrimary, reopenNomination } from './primary.js';

const CALENDAR = new WorkingCalendar();
const COLLATORS = { strokes: new Intl.Collator('zh-u-co-stroke'), pinyin: new Intl.Collator('zh-u-co-pinyin') };
const AFTER = new Date('2026-03-09T16:00:00.000Z');
const procedure = {
  lateArrivals: 'admitted',
  nomination: { notice: { kind: 'working-days', n: 5 }, primaryAbove: 3, order: 'as-put' },
  approval: { kind: 'days', n: 15 },
  publication: { kind: 'days', n: 7 },
};
const FRESH = { id: 'primary', title: 'The primary' };

const put = (ballot: Ballot, nth: number) =>
  nominate(
    ballot,
    ORGANISER,
    { label: `Name ${nth}`, memberId: `n${nth}` },
    { by: 'outgoing-committee', delegationId: null, memberIds: [] },
  ).ballot;
const nominated = (howMany: number) =>
  Array.from({ length: howMany }, (_, nth) => nth).reduce(
    put,
    aBallot({ kind: 'election', channel: 'paper', rules: { ...ELECTION_RULES, procedure }, choices: [] }).adopted,
  );
const posted = (howMany: number) => postCandidates(nominated(howMany), ORGANISER, CALENDAR, NOON).ballot;
const close = (ballot: Ballot, primary: Ballot | null) =>
  closeNomination(ballot, ORGANISER, { objections: [], primary, calendar: CALENDAR, collators: COLLATORS }, AFTER).ballot;
const called = (election: Ballot, before: Ballot | null = null) => callPrimary(election, ORGANISER, FRESH, before, NOON);

/** The primary with its result signed, of so many votes each. */
function counted(primary: Ballot, votes: readonly number[], state: Ballot['state'] = 'SIGNED', returned = 6): Ballot {
  const counts = { roll: 6, present: 6, issued: 6, voters: 6, returned, invalid: 0 };
  const outcome = count({
    kind: 'election',
    round: 'first',
    rules: countingRules(primary.rules),
    counts,
    candidates: primary.choices.map(({ id }, nth) => ({ id, yes: votes[nth] ?? 0 })),
  }) as CountedOutcome;
  return { ...primary, state, tally: { countingCase: null, outcome, papers: null, digest: 'd' } };
}

describe('a primary', () => {
  it('is a ballot of its own among all who stand, ready for its roll, and no election', () => {
    const { ballot, events } = called(posted(5));
    expect(ballot).toMatchObject({
      id: 'primary',
      primaryOf: 'ballot',
      follows: null,
      state: 'RULES_ADOPTED',
      version: 1,
      kind: 'election',
      channel: 'paper',
      title: 'The primary',
      officers: [],
      nominations: null,
      choices: [{ id: 'c01' }, { id: 'c02' }, { id: 'c03' }, { id: 'c04' }, { id: 'c05' }],
      rules: { seats: 3, surplus: null, quorum: ELECTION_RULES['quorum'], procedure: { lateArrivals: 'admitted' } },
    });
    expect(ballot.rules['procedure']).not.toHaveProperty('approval');
    expect(nominationRuleOf(ballot)).toBeNull();
    expect(() => readRules({ kind: 'election', round: 'first' }, ballot.rules)).not.toThrow();
    expect(events).toEqual([{ type: 'BallotAnnounced' }]);
  });

  it('knows who was said to be near relatives: its officers are barred by the same (R40)', () => {
    const relatives = [{ memberIds: ['n1', 's1'], kind: 'spouse' }] as const;
    expect(called({ ...posted(5), relatives }).ballot.relatives).toEqual(relatives);
  });

  it('is called by an organiser where more stand than the rules let onto the paper, one at a time', () => {
    expect(refusalOf(() => callPrimary(posted(5), DELEGATE, FRESH, null, NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => called(posted(3))).code).toBe('ballot.no-primary-needed');
    const first = called(posted(5)).ballot;
    expect(refusalOf(() => called(posted(5), first))).toEqual({ code: 'ballot.primary-open', details: { ballotId: 'primary' } });
    expect(called(posted(5), { ...first, state: 'ANNULLED' }).ballot.state).toBe('RULES_ADOPTED');
  });

  it('shortens the list to the best, and keeps all who are level at the cut', () => {
    const election = posted(5);
    const primary = called(election).ballot;
    expect(close(election, counted(primary, [5, 4, 1, 3, 2]))).toMatchObject({
      choices: [{ id: 'c01' }, { id: 'c02' }, { id: 'c04' }],
      nominations: {
        closedOn: '2026-03-10',
        nominees: [{}, {}, { id: 'c03', status: 'left-behind' }, { status: 'put-forward' }, { status: 'left-behind' }],
      },
    });
    expect(close(election, counted(primary, [5, 4, 3, 3, 2])).choices.map(({ id }) => id)).toEqual(['c01', 'c02', 'c03', 'c04']);
    expect(close(election, counted(primary, [0, 0, 0, 0, 0])).choices).toHaveLength(5);
  });

  it('that is annulled opens the list again that it had shortened, until the election votes', () => {
    const election = posted(5);
    const shortenedList = close(election, counted(called(election).ballot, [5, 4, 1, 3, 2]));
    for (const state of ['NOMINATION', 'ROLL_FROZEN'] as const) {
      const reopened = reopenNomination({ ...shortenedList, state, roll: 6 })?.ballot;
      expect(reopened).toMatchObject({
        state: 'NOMINATION',
        choices: [],
        roll: null,
        nominations: { closedOn: null, posting: shortenedList.nominations?.posting },
      });
      expect(reopened?.nominations?.nominees.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'put-forward'));
      expect(called(reopened as Ballot, { ...called(election).ballot, state: 'ANNULLED' }).ballot.choices).toHaveLength(5);
    }
    expect(refusalOf(() => reopenNomination({ ...shortenedList, state: 'OPEN' }))).toEqual({
      code: 'ballot.election-under-way',
      details: { ballotId: 'ballot' },
    });
    expect(reopenNomination({ ...shortenedList, state: 'ANNULLED' })).toBeNull();
    expect(reopenNomination(election)).toBeNull();
    expect(reopenNomination(close(posted(3), null))).toBeNull();
  });

  it('must be signed, of everybody who stands, and not void before the paper is fixed', () => {
    const election = posted(5);
    const primary = called(election).ballot;
    const needed = { code: 'ballot.primary-needed', details: { standing: 5, above: 3 } };
    expect(refusalOf(() => close(election, null))).toEqual(needed);
    expect(refusalOf(() => close(election, counted(primary, [5, 4, 3, 2, 1], 'TALLIED')))).toEqual({
      code: 'ballot.primary-open',
      details: { ballotId: 'primary' },
    });
    expect(refusalOf(() => close(election, counted(primary, [5, 4, 3, 2, 1], 'ANNULLED')))).toEqual(needed);
    expect(refusalOf(() => close(election, counted(primary, [5, 4, 3, 2, 1], 'SIGNED', 7)))).toEqual(needed);
    expect(
      refusalOf(() => close(postCandidates(put(election, 9), ORGANISER, CALENDAR, NOON).ballot, counted(primary, [5, 4, 3, 2, 1]))),
    ).toMatchObject({ code: 'ballot.primary-needed', details: { standing: 6 } });
  });

  it('is needless once enough have declined', () => {
    const left = decline(decline(posted(5), ORGANISER, 'c01').ballot, ORGANISER, 'c02').ballot;
    expect(close(left, null).choices.map(({ id }) => id)).toEqual(['c03', 'c04', 'c05']);
  });
});
