import { count as countCase } from '../counting/count.js';
import { returnedOf } from '../paper-entry/entering.js';
import { Entries } from '../paper-entry/entries.js';
import { nameOfficers } from '../preparing/officers.js';
import type { Ballot } from '../record/ballot.js';
import { ELECTION_RULES, NOON, OFFICERS, KNOWN, ORGANISER, RESOLUTION_RULES, aBallot, by, sheet, twoEntries } from '../testing/ballots.js';
import { faultOf, refusalOf } from '../testing/refusals.js';
import { close, combineChannels } from '../voting/closing.js';
import { open } from '../voting/opening.js';
import { figuresAdded } from './per-channel.js';
import { tally } from './tally.js';

const none = new Entries();
const found = (returned: number | null, voters: number | null = returned) => ({ voters, returned });
const election = { kind: 'election', channel: 'mixed', rules: { ...ELECTION_RULES, writeIns: 'none' }, roll: 10, present: 9 } as const;
const given = (registered = 6) => ({ registered, keysMissing: [], left: [] });
const register = (holders: number) => ({ holders, left: [] });
/** Nine are there: six of them have a sealed paper, three a paper. */
const opened = (rules: object = election.rules): Ballot =>
  open(
    aBallot({ ...election, rules: rules as typeof election.rules }).named,
    ORGANISER,
    { present: 9, issued: null, sessionIsOpen: true, registration: given(), register: register(3) },
    NOON,
  ).ballot;
const closed = (paper: ReturnType<typeof found>, from = opened()): Ballot =>
  close(from, by('t1'), combineChannels(found(5), paper), none, NOON).ballot;
const means = { digestOf: String };
const sheets = [sheet(1, { c1: 'yes' }), sheet(2, { c2: 'yes', c1: 'no' }), sheet(3, { c1: 'yes', c2: 'yes' })];

describe('a mixed ballot', () => {
  it('needs the officers of both channels', () => {
    const { frozen } = aBallot(election);
    const one = { ...OFFICERS, scrutineers: ['s1'] };
    expect(refusalOf(() => nameOfficers(frozen, ORGANISER, one, KNOWN))).toEqual({
      code: 'ballot.too-few-officers',
      details: { role: 'SCRUTINEER', needed: 2 },
    });
    expect(refusalOf(() => nameOfficers(frozen, ORGANISER, { ...OFFICERS, tellers: ['t1'] }, KNOWN))).toMatchObject({
      details: { role: 'TELLER', needed: 2 },
    });
  });

  it('takes no names written in, since a sealed paper cannot', () => {
    expect(faultOf(() => aBallot({ ...election, rules: ELECTION_RULES }).drafted)).toEqual({
      field: 'rules.writeIns',
      reason: 'not-on-this-channel',
    });
  });

  it('issues the papers of both channels to those present, and one too many to nobody', () => {
    expect(opened()).toMatchObject({ present: 9, issued: 9, issuedPerChannel: { sealed: 6, paper: 3 } });
    const { named } = aBallot(election);
    expect(
      refusalOf(() =>
        open(named, ORGANISER, { present: 9, issued: null, sessionIsOpen: true, registration: given(), register: register(4) }, NOON),
      ),
    ).toEqual({ code: 'ballot.issued-above-present', details: { issued: 10, present: 9 } });
    expect(
      refusalOf(() =>
        open(named, ORGANISER, { present: 9, issued: null, sessionIsOpen: true, registration: given(0), register: register(3) }, NOON),
      ).code,
    ).toBe('ballot.nobody-registered');
  });

  it('adds up what the board and the tellers found; the paper alone may be put right', () => {
    const ballot = closed(found(2));
    expect(ballot.reconciliation).toEqual({ voters: 7, returned: 7, perChannel: { sealed: found(5), paper: found(2) } });
    expect(returnedOf(ballot)).toBe(2);
    expect(close(ballot, by('t1'), combineChannels(found(5), found(3)), none, NOON).ballot.reconciliation?.returned).toBe(8);
    expect(refusalOf(() => closed(found(null))).code).toBe('ballot.returned-missing');
    expect(refusalOf(() => close(ballot, by('t1'), combineChannels(found(5), found(1)), twoEntries(sheets.slice(0, 2)), NOON)).code).toBe(
      'ballot.entries-complete',
    );
  });

  it('counts both channels into one case that anybody counts again, and keeps the parts beside it', () => {
    const { tally: made } = tally(closed(found(3)), by('t1'), {
      ...means,
      entries: twoEntries(sheets),
      opened: { sums: [[4, 1]], missing: [], lacking: 0 },
    }).ballot;
    expect(made).toMatchObject({
      papers: { returned: 3, valid: 2, invalid: 1, reasons: { overVote: 1 } },
      countingCase: {
        counts: { roll: 10, present: 9, issued: 9, voters: 8, returned: 8, invalid: 1 },
        candidates: [
          { id: 'c1', yes: 5, no: 1, abstain: 1 },
          { id: 'c2', yes: 2, no: 0, abstain: 5 },
        ],
      },
      perChannel: {
        sealed: {
          counts: { issued: 6, returned: 5, invalid: 0 },
          candidates: [
            { id: 'c1', yes: 4, no: 0, abstain: 1 },
            { id: 'c2', yes: 1, no: 0, abstain: 4 },
          ],
        },
        paper: {
          counts: { issued: 3, returned: 3, invalid: 1 },
          candidates: [
            { id: 'c1', yes: 1, no: 1, abstain: 0 },
            { id: 'c2', yes: 1, no: 0, abstain: 1 },
          ],
        },
      },
    });
    expect(countCase(JSON.parse(JSON.stringify(made?.countingCase)))).toEqual(made?.outcome);
  });

  it('is counted only with the shares and with every sheet settled', () => {
    const ballot = closed(found(3));
    expect(
      refusalOf(() => tally(ballot, by('t1'), { ...means, entries: none, opened: { sums: [[4, 1]], missing: [], lacking: 0 } })).code,
    ).toBe('ballot.entries-incomplete');
    expect(
      refusalOf(() =>
        tally(ballot, by('t1'), { ...means, entries: twoEntries(sheets), opened: { sums: null, missing: ['s2'], lacking: 1 } }),
      ),
    ).toEqual({ code: 'ballot.shares-missing', details: { memberIds: ['s2'], lacking: 1 } });
  });

  it('is void when one channel has more papers than were issued on it, though the other has room, and says which (R30)', () => {
    const { tally: made } = tally(closed(found(4)), by('t1'), { ...means, entries: none }).ballot;
    expect(made).toMatchObject({ countingCase: null, papers: null, outcome: { status: 'void' } });
    expect(made?.perChannel).toBeUndefined();
    expect(made?.outcome.explanation.at(-1)).toEqual({
      code: 'returned-above-limit',
      params: { returned: 4, limit: 3, rule: 'issued', channel: 'paper' },
    });
  });

  it('compares with those who voted on the channel where the rules do', () => {
    const from = opened({ ...election.rules, returnedLimit: 'both' });
    const { tally: made } = tally(closed(found(3, 2), from), by('t1'), { ...means, entries: none }).ballot;
    expect(made?.outcome.explanation.at(-1)).toMatchObject({ params: { returned: 3, limit: 2, channel: 'paper' } });
    expect(refusalOf(() => closed(found(3, null), from)).code).toBe('ballot.voters-missing');
  });

  it('counts the matters of a resolution, too', () => {
    const named = aBallot({ channel: 'mixed', rules: RESOLUTION_RULES, roll: 4 }).named;
    const ballot = open(
      named,
      ORGANISER,
      { present: 4, issued: null, sessionIsOpen: true, registration: given(3), register: register(1) },
      NOON,
    ).ballot;
    const after = close(ballot, ORGANISER, combineChannels(found(3), found(1)), none, NOON).ballot;
    const { tally: made } = tally(after, by('t1'), {
      ...means,
      entries: twoEntries([sheet(1, { plan: 'no' })]),
      opened: { sums: [[2, 0, 1]], missing: [], lacking: 0 },
    }).ballot;
    expect(made?.countingCase).toMatchObject({ items: [{ id: 'plan', yes: 2, no: 1, abstain: 1 }] });
  });
});

it('figures of different choices are never added', () => {
  expect(
    figuresAdded([{ id: 'l1', counts: { good: 1, bad: 0 }, abstain: 2 }], [{ id: 'l1', counts: { good: 2, bad: 1 }, abstain: 0 }]),
  ).toEqual([{ id: 'l1', counts: { good: 3, bad: 1 }, abstain: 2 }]);
  const raised = (id: string) => ({ id, yes: 1, no: 0, abstain: 0 });
  for (const other of [[], [raised('b')], [{ id: 'a', votes: 1 }], [{ id: 'a', counts: { good: 1 }, abstain: 0 }]])
    expect(() => figuresAdded([raised('a')], other)).toThrow(RangeError);
  const graded = (counts: Record<string, number>) => [{ id: 'l1', counts, abstain: 0 }];
  expect(() => figuresAdded(graded({ good: 1, bad: 1 }), graded({ good: 1 }))).toThrow(RangeError);
});
