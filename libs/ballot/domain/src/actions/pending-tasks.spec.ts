import { beginLots, commitLot } from '../open-seats/lots.js';
import { Entries } from '../paper-entry/entries.js';
import { WrittenNames } from '../paper-entry/written-names.js';
import type { Authority } from '../policy/authority.js';
import type { Ballot } from '../record/ballot.js';
import { publish } from '../result/declaring.js';
import { countHands } from '../tally/hands.js';
import {
  CALENDAR,
  DELEGATE,
  NOON,
  ORGANISER,
  aBallot,
  by,
  doubted,
  hands,
  matched,
  ruling,
  sheet,
  twoEntries,
} from '../testing/ballots.js';
import { declaredElection, signedElection } from '../testing/elected.js';
import { pendingTasksOf, type Participation } from './pending-tasks.js';

const NOTHING: Participation = {
  mayReceive: false,
  holdsSealedPaper: false,
  keyMissing: false,
  shareMissing: false,
  entries: new Entries(),
  names: new WrittenNames(),
};
const matters = (ballot: Ballot, who: Authority, part: Partial<Participation> = {}, at = NOON) =>
  pendingTasksOf(ballot, who, { ...NOTHING, ...part }, at).map(({ matter }) => matter);
const appointed = (act: 'open' | 'close') => ({ act, at: new Date('2026-03-09T04:00:00.000Z'), setBy: 'organiser', end: null });

const sealedIn = (state: Ballot['state']): Ballot => ({ ...aBallot({ channel: 'hands' }).named, channel: 'sealed', state });

describe('what a sealed ballot asks of a voter', () => {
  it('is to receive a paper before the opening, and to cast it until the closing', () => {
    const part = { mayReceive: true, holdsSealedPaper: true };
    expect(matters(sealedIn('ROLL_FROZEN'), DELEGATE, part)).toEqual(['receive-paper']);
    expect(matters(sealedIn('OPEN'), DELEGATE, part)).toEqual(['vote']);
    expect(matters(sealedIn('CLOSED'), DELEGATE, part)).toEqual([]);
  });

  it('is nothing of whoever has no paper, and nothing where votes are given in the hall', () => {
    for (const state of ['ROLL_FROZEN', 'OPEN'] as const) {
      expect(matters(sealedIn(state), DELEGATE)).toEqual([]);
      expect(matters({ ...sealedIn(state), channel: 'paper' }, DELEGATE, { mayReceive: true, holdsSealedPaper: true })).toEqual([]);
    }
  });

  it('is due when the clock opens or closes the vote', () => {
    const owed = (state: Ballot['state'], act: 'open' | 'close') =>
      pendingTasksOf(
        { ...sealedIn(state), appointments: [appointed(act)] },
        DELEGATE,
        { ...NOTHING, mayReceive: true, holdsSealedPaper: true },
        NOON,
      );
    expect(owed('ROLL_FROZEN', 'open')).toEqual([{ matter: 'receive-paper', dueAt: appointed('open').at }]);
    expect(owed('OPEN', 'close')).toEqual([{ matter: 'vote', dueAt: appointed('close').at }]);
    expect(owed('OPEN', 'open')).toEqual([{ matter: 'vote', dueAt: null }]);
  });
});

describe('what it asks of a scrutineer', () => {
  it('is a key before the opening and a share after the closing, of nobody else, and once', () => {
    const missing = { keyMissing: true, shareMissing: true };
    expect(matters(sealedIn('ROLL_FROZEN'), by('s1'), missing)).toEqual(['make-key']);
    expect(matters(sealedIn('CLOSED'), by('s1'), missing)).toEqual(['give-share']);
    for (const state of ['ROLL_FROZEN', 'CLOSED'] as const) {
      expect(matters(sealedIn(state), by('s1'))).toEqual([]);
      for (const who of [by('t1'), DELEGATE, ORGANISER]) expect(matters(sealedIn(state), who, missing)).toEqual([]);
    }
  });
});

describe('what raised hands ask', () => {
  const { closed } = aBallot();

  it('is their figures, of every officer until one has told them, and then the count of an organiser', () => {
    expect([by('t1'), by('s2'), ORGANISER, DELEGATE].map((who) => matters(closed, who))).toEqual([
      ['count-hands'],
      ['count-hands'],
      [],
      [],
    ]);
    const told = countHands(closed, by('t1'), [hands(4, 1, 1)]).ballot;
    expect([by('t1'), by('s2'), ORGANISER, DELEGATE].map((who) => matters(told, who))).toEqual([[], [], ['count'], []]);
  });
});

describe('what a box of paper asks', () => {
  const closed = aBallot({ kind: 'election', channel: 'paper', returned: 2 }).closed;
  const [one, two] = [sheet(1, { c1: 'yes' }), sheet(2, { c2: 'yes' })];

  it('is two entries: of a teller until the own one is whole, of others while one is free', () => {
    const begun = new Entries([{ entryNo: 1, tellerId: 't1', sheets: [one] }]);
    expect([by('t1'), by('t2'), by('s1')].map((who) => matters(closed, who, { entries: begun }))).toEqual([
      ['enter-sheets'],
      ['enter-sheets'],
      [],
    ]);
    const whole = new Entries([
      { entryNo: 1, tellerId: 't1', sheets: [one, two] },
      { entryNo: 2, tellerId: 't2', sheets: [one] },
    ]);
    expect([by('t1'), by('t2'), by('s1')].map((who) => matters(closed, who, { entries: whole }))).toEqual([[], ['enter-sheets'], []]);
  });

  it('is a third where they differ, who entered neither', () => {
    const entries = twoEntries([one, two], [sheet(2, { c1: 'yes' })]);
    expect([by('t1'), by('s1'), DELEGATE].map((who) => matters(closed, who, { entries }))).toEqual([[], ['settle-difference'], []]);
  });

  it('is a ruling of each scrutineer on what is doubtful, and once more where they do not rule alike', () => {
    const doubt = doubted(2, 'illegible');
    const ruled = (...rulings: Parameters<typeof ruling>[]) => ({
      entries: twoEntries(
        [one, doubt],
        [],
        [],
        rulings.map((each) => ruling(...each)),
      ),
    });
    expect([by('s1'), by('s2'), by('t1')].map((who) => matters(closed, who, ruled()))).toEqual([['rule-on-doubt'], ['rule-on-doubt'], []]);
    const first = ['s1', 'invalid', 'illegible', sheet(2, {})] as const;
    expect([by('s1'), by('s2')].map((who) => matters(closed, who, ruled([...first])))).toEqual([[], ['rule-on-doubt']]);
    expect([by('s1'), by('s2')].map((who) => matters(closed, who, ruled([...first], ['s2', 'valid', 'illegible', two])))).toEqual([
      ['rule-on-doubt'],
      ['rule-on-doubt'],
    ]);
    expect(
      [by('s1'), by('s2')].map((who) => matters(closed, who, ruled([...first], ['s2', 'invalid', 'illegible', sheet(2, {})]))),
    ).toEqual([[], []]);
  });

  it('is whom a written name means, of anybody but who has proposed it', () => {
    const entries = twoEntries([one, sheet(2, {}, ['Zhao'])]);
    const proposed = new WrittenNames([matched('Zhao', { confirmedBy: null })]);
    expect([by('t1'), by('s1')].map((who) => matters(closed, who, { entries }))).toEqual([['match-name'], ['match-name']]);
    expect([by('t1'), by('s1')].map((who) => matters(closed, who, { entries, names: proposed }))).toEqual([[], ['match-name']]);
    expect(matters(closed, by('s1'), { entries, names: new WrittenNames([matched('Zhao')]) })).toEqual([]);
  });
});

describe('what a count asks', () => {
  const marks = [{ c1: 'yes' }, { c1: 'yes' }, { c1: 'yes' }, { c1: 'yes' }];
  const level = signedElection({
    rules: { tie: 'lots', elect: { num: 1, den: 3, inclusive: true, base: 'roll' } },
    marks: [{ c1: 'yes' }, { c1: 'yes' }, { c2: 'yes' }, { c2: 'yes' }],
  });

  it('is a signature of every officer until both chiefs have signed, and then the declaration of an organiser', () => {
    expect([by('s1'), by('s2'), by('t1'), ORGANISER].map((who) => matters(signedElection({ marks }, ['s1']), who))).toEqual([
      [],
      ['sign'],
      ['sign'],
      [],
    ]);
    expect([by('s2'), ORGANISER].map((who) => matters(signedElection({ marks }), who))).toEqual([[], ['declare']]);
  });

  it('is lots where it left a tie: of the chiefs, and of who has promised', () => {
    expect(matters(level, ORGANISER)).toEqual(['begin-lots']);
    const begun = beginLots(level, ORGANISER, NOON).ballot;
    expect([by('s1'), by('s2'), by('t1')].map((who) => matters(begun, who))).toEqual([['draw-lot'], [], ['draw-lot']]);
    const committed = ['s1', 's2', 't1'].reduce((ballot, officer) => commitLot(ballot, by(officer), 'c').ballot, begun);
    expect([by('s1'), by('s2'), by('t2')].map((who) => matters(committed, who))).toEqual([['draw-lot'], ['draw-lot'], []]);
  });
});

describe('what a declared result asks of organisers', () => {
  const marks = [{ c1: 'yes' }, { c1: 'yes' }, { c1: 'yes' }, { c1: 'yes' }];
  const posting = declaredElection({ marks, rules: { procedure: { publication: { kind: 'days', n: 3 } } } });
  const posted = publish(posting, ORGANISER, CALENDAR, NOON).ballot;
  const objected = (open: number, upheld = 0): Ballot => ({ ...posted, objections: { open, upheld, dismissed: 0 } });

  it("is the higher body's document where its rules ask it, by the day set", () => {
    const asked = declaredElection({ marks, rules: { procedure: { approval: { kind: 'days', n: 15 } } } });
    expect(pendingTasksOf(asked, ORGANISER, NOTHING, NOON)).toEqual([{ matter: 'record-approval', dueAt: asked.approval?.dueAt }]);
    expect(matters(asked, by('s1'))).toEqual([]);
  });

  it('is its posting where there is a period, an answer to every objection, and the annulment after one that is upheld', () => {
    expect(matters(posting, ORGANISER)).toEqual(['publish']);
    expect(matters(declaredElection({ marks }), ORGANISER)).toEqual([]);
    expect(pendingTasksOf(objected(1), ORGANISER, NOTHING, NOON)).toEqual([{ matter: 'answer-objection', dueAt: posted.posting?.endsAt }]);
    expect(matters(objected(1), DELEGATE)).toEqual([]);
    expect(matters(objected(0, 1), ORGANISER)).toEqual(['annul']);
  });

  it('is the file closed once the period is over', () => {
    expect(matters(posted, ORGANISER)).toEqual([]);
    expect(matters(posted, ORGANISER, {}, new Date('2026-04-01T00:00:00Z'))).toEqual(['archive']);
  });
});
