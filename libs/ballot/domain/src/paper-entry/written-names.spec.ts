import { count as countCase } from '../counting/count.js';
import { nextRound } from '../open-seats/rounds.js';
import { spellingOf } from '../preparing/namesakes.js';
import { declare } from '../result/declaring.js';
import { sign } from '../tally/signing.js';
import { tally } from '../tally/tally.js';
import {
  CALENDAR,
  DELEGATE,
  ELECTION_RULES,
  NOON,
  ORGANISER,
  aBallot,
  by,
  doubted,
  matched,
  ruling,
  sheet,
  twoEntries,
} from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { WrittenNames, confirmName, matchName, namesOn } from './written-names.js';

const papers = [
  sheet(1, {}, ['王小明']),
  sheet(2, {}, ['王晓明']),
  sheet(3, {}, ['王 小明']),
  sheet(4, {}, ['王小明']),
  sheet(5, { c1: 'yes' }),
  sheet(6, { c1: 'no' }, ['李四']),
];
const { closed } = aBallot({ kind: 'election', channel: 'paper', returned: 6 });
const entries = twoEntries(papers);
const person = { memberId: 'm7', label: '王小明' };
const wang = ['王小明', '王晓明', '王 小明'].map((name) => matched(name, person));
const counted = (names: WrittenNames, sheets = papers, ballot = closed) =>
  tally(ballot, ORGANISER, { entries: twoEntries(sheets), names, digestOf: String }).ballot;

describe('the name desk', () => {
  const desk = { entries, names: new WrittenNames() };
  const { name, memberId, candidateId, label, eligible } = matched('王晓明', person);
  const statement = { name, memberId, candidateId, label, eligible };
  const proposed = matchName(closed, by('t1'), desk, statement).match;

  it('takes a statement of an officer, that stands once another officer says the same', () => {
    expect(proposed).toEqual({ ...statement, proposedBy: 't1', confirmedBy: null });
    const told = { entries, names: new WrittenNames([proposed]) };
    expect(confirmName(closed, by('s2'), told, statement)).toMatchObject({
      match: { proposedBy: 't1', confirmedBy: 's2' },
      change: { ballot: { state: 'CLOSED', tally: null } },
    });
    expect(refusalOf(() => confirmName(closed, by('t1'), told, statement)).code).toBe('ballot.same-officer');
    expect(refusalOf(() => confirmName(closed, by('s2'), told, { ...statement, memberId: 'm8' })).code).toBe('ballot.match-differs');
    expect(refusalOf(() => confirmName(closed, by('s2'), told, { ...statement, eligible: false })).code).toBe('ballot.match-differs');
    expect(refusalOf(() => confirmName(closed, by('s2'), desk, statement)).code).toBe('ballot.match-differs');
  });

  it('is of the officers, for names that stand on the papers, once these are settled', () => {
    expect(refusalOf(() => matchName(closed, ORGANISER, desk, statement)).code).toBe('ballot.not-an-officer');
    expect(refusalOf(() => confirmName(closed, DELEGATE, desk, statement)).code).toBe('ballot.not-an-officer');
    expect(refusalOf(() => matchName(closed, by('t1'), desk, { ...statement, name: '赵六' }))).toEqual({ code: 'ballot.name-not-written' });
    expect(refusalOf(() => matchName(closed, by('t1'), { ...desk, entries: twoEntries(papers, [sheet(1, {})]) }, statement)).code).toBe(
      'ballot.differences-open',
    );
    expect(
      refusalOf(() => matchName(closed, by('t1'), { ...desk, entries: twoEntries([...papers.slice(1), doubted(1, 'noSeal')]) }, statement))
        .code,
    ).toBe('ballot.doubts-open');
    const none = aBallot({ kind: 'election', channel: 'paper', rules: { ...ELECTION_RULES, writeIns: 'none' }, returned: 6 }).closed;
    expect(refusalOf(() => matchName(none, by('t1'), desk, statement)).code).toBe('ballot.no-write-ins');
    expect(refusalOf(() => matchName(aBallot({ channel: 'paper', returned: 6 }).closed, by('t1'), desk, statement)).code).toBe(
      'ballot.no-write-ins',
    );
    expect(refusalOf(() => matchName(aBallot().closed, by('t1'), desk, statement)).code).toBe('ballot.wrong-channel');
    expect(refusalOf(() => matchName(aBallot({ kind: 'election', channel: 'paper' }).opened, by('t1'), desk, statement)).code).toBe(
      'ballot.wrong-state',
    );
  });

  it('keeps two persons apart by what they are called in the result', () => {
    const told = { entries, names: new WrittenNames(wang.slice(0, 1)) };
    expect(refusalOf(() => matchName(closed, by('t1'), told, { ...statement, memberId: 'm8' })).code).toBe('ballot.name-taken');
    expect(refusalOf(() => matchName(closed, by('t1'), told, { ...statement, memberId: null })).code).toBe('ballot.name-taken');
    expect(refusalOf(() => matchName(closed, by('t1'), desk, { ...statement, memberId: null, label: 'c1' })).code).toBe(
      'ballot.name-taken',
    );
    expect(refusalOf(() => matchName(closed, by('t1'), desk, { ...statement, memberId: null, candidateId: 'c9' })).code).toBe(
      'ballot.person-unknown',
    );
  });

  it('opens a count again, until somebody signed', () => {
    const tallied = counted(new WrittenNames([...wang, matched('李四')]));
    expect(matchName(tallied, by('t1'), desk, statement).change.ballot).toMatchObject({ state: 'CLOSED', tally: null });
    expect(
      refusalOf(() => matchName(sign(tallied, by('t1'), tallied.tally?.digest ?? '', NOON).ballot, by('t1'), desk, statement)).code,
    ).toBe('ballot.already-signed');
  });

  it('has no need of names on a sheet that is spoiled already', () => {
    const ruled = twoEntries(
      [...papers.slice(0, 5), doubted(6, 'noSeal')],
      [],
      [],
      ['s1', 's2'].map((id) => ruling(id, 'invalid', 'noSeal', sheet(6, {}))),
    );
    expect(namesOn(ruled.settled(6, 2))).toEqual(['王 小明', '王小明', '王晓明']);
  });
});

describe('the count of written names', () => {
  // DOMAIN 6.3, example 18.
  it('is of one person however often spelled otherwise, who wins by all these votes', () => {
    const { tally: result } = counted(new WrittenNames([...wang, matched('李四', { eligible: false })]));
    expect(result?.countingCase).toMatchObject({
      writeIns: [
        { id: '王小明', yes: 4, eligible: true },
        { id: '李四', yes: 1, eligible: false },
      ],
    });
    expect(result?.outcome).toMatchObject({ status: 'decided', elected: ['王小明'] });
    expect(result?.writtenIn).toEqual([
      { id: '李四', memberId: null },
      { id: '王小明', memberId: 'm7' },
    ]);
    expect(countCase(JSON.parse(JSON.stringify(result?.countingCase)))).toEqual(result?.outcome);
  });

  it('waits for every name, confirmed, and of one mind on who is electable', () => {
    const open = (...names: Parameters<typeof matched>[]) =>
      refusalOf(() => counted(new WrittenNames(names.map((each) => matched(...each)))));
    expect(open()).toEqual({ code: 'ballot.names-unmatched', details: { open: 4 } });
    expect(open(['王小明', person], ['李四', { confirmedBy: null }])).toEqual({ code: 'ballot.names-unmatched', details: { open: 3 } });
    expect(open(['王小明', person], ['王晓明', { ...person, eligible: false }], ['王 小明', person], ['李四'])).toEqual({
      code: 'ballot.names-unmatched',
      details: { open: 3 },
    });
  });

  it('spoils a paper with a listed candidate written in, known by id or as a member, and one with the same person twice', () => {
    const sheets = [
      sheet(1, {}, ['张三']),
      sheet(2, {}, ['张 三']),
      sheet(3, {}, ['王小明', '王晓明']),
      sheet(4, {}, ['王小明']),
      sheet(5, {}),
      sheet(6, {}),
    ];
    const names = new WrittenNames([
      matched('张三', { candidateId: 'c2', label: 'Choice c2' }),
      matched('张 三', { memberId: 'm1' }),
      ...wang,
    ]);
    const seats = aBallot({ kind: 'election', channel: 'paper', returned: 6, rules: { ...ELECTION_RULES, seats: 1 } }).closed;
    expect(counted(names, sheets, seats).tally?.papers).toMatchObject({ invalid: 3, reasons: { listedWriteIn: 2, repeatedWriteIn: 1 } });
    expect(counted(names, sheets, seats).tally?.writtenIn).toEqual([{ id: '王小明', memberId: 'm7' }]);
  });

  it('asks nobody where a name spoils its paper whoever is meant', () => {
    const { closed: strict } = aBallot({ kind: 'election', channel: 'paper', returned: 6, rules: { ...ELECTION_RULES, writeIns: 'none' } });
    expect(counted(new WrittenNames(), papers, strict).tally?.papers).toMatchObject({ invalid: 5, reasons: { writeIn: 5 } });
  });

  it('carries the member into the next round', () => {
    const half = { ...ELECTION_RULES, elect: { num: 1, den: 2, inclusive: true, base: 'roll' } };
    const { closed: tied } = aBallot({ kind: 'election', channel: 'paper', returned: 6, rules: half });
    const sheets = papers.map((each, nth) => (nth < 3 ? each : sheet(nth + 1, { c1: 'yes' })));
    const tallied = counted(new WrittenNames(wang), sheets, tied);
    const signed = ['s1', 't1'].reduce((ballot, officer) => sign(ballot, by(officer), ballot.tally?.digest ?? '', NOON).ballot, tallied);
    expect(nextRound(declare(signed, ORGANISER, CALENDAR, NOON).ballot, ORGANISER, 'next', NOON).ballot.choices).toMatchObject([
      { id: 'c1' },
      { id: 'w1', label: '王小明', memberId: 'm7' },
    ]);
  });
});

describe('a spelling', () => {
  it('is the same with blanks, dots, width and case aside', () => {
    expect(['王 小明', '王小明', '王　小明'].map(spellingOf)).toEqual(['王小明', '王小明', '王小明']);
    expect(spellingOf('阿依古丽·买买提')).toBe(spellingOf('阿依古丽•买买提'));
    expect(spellingOf('ＬＩ Wei')).toBe(spellingOf('li wei'));
    expect(spellingOf('王晓明')).not.toBe(spellingOf('王小明'));
  });
});

it('one person is one write-in, whatever they were called when a spelling of theirs was matched', () => {
  const renamed = [
    matched('王小明', person),
    matched('王晓明', { ...person, label: '王小明（T7）' }),
    matched('王 小明', person),
    matched('李四', { memberId: 'm9', label: '李四' }),
  ];
  const { sheets } = new WrittenNames(renamed).merged(
    closed,
    papers.map((paper) => ({ ...paper, spoiled: null, ruling: null })),
  );
  expect(new Set(sheets.flatMap(({ writeIns }) => writeIns)).size).toBe(2);
});
