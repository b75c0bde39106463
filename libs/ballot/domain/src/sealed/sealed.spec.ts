import { allowedActions } from '../actions/allowed-actions.js';
import { MORE_THAN_HALF } from '../counting/fractions.js';
import type { Json } from '../json.js';
import { Entries } from '../paper-entry/entries.js';
import { adopt } from '../preparing/drafting.js';
import { nameOfficers } from '../preparing/officers.js';
import type { Ballot } from '../record/ballot.js';
import type { VotedKind } from '../rules/vocabulary.js';
import { tally } from '../tally/tally.js';
import {
  by,
  choice,
  DELEGATE,
  ELECTION_RULES,
  KNOWN,
  NOON,
  OFFICERS,
  ORGANISER,
  RESOLUTION_RULES,
  SCALE,
  draftFrom,
} from '../testing/ballots.js';
import { faultOf, refusalOf } from '../testing/refusals.js';
import { close } from '../voting/closing.js';
import { freezeRoll, open } from '../voting/opening.js';
import { assertMayRegister, type Registration, takeBackCredential } from './registration.js';
import { pairsOf, questionsOf, type QuestionSums } from './sealed-questions.js';
import { mayRevote } from './sealed-rules.js';

const SEALED_ELECTION: Json = { ...ELECTION_RULES, seats: 2, writeIns: 'none' };
const THREE_WAY: Json = { ...SEALED_ELECTION, procedure: { sealedMarks: 'three-way' } };
const READY: Registration = { registered: 5, keysMissing: [], left: [] };

function drafted(
  kind: VotedKind,
  rules: Json,
  choices = kind === 'election' ? ['c1', 'c2', 'c3'].map((id) => choice(id)) : [choice('plan'), choice('budget')],
): Ballot {
  const scale = kind === 'appraisal' ? SCALE : null;
  const given = {
    id: 'ballot',
    organisationId: 'organisation',
    sessionId: 'session',
    title: 'The vote',
    round: 'first' as const,
    kind,
    scale,
    channel: 'sealed' as const,
  };
  return draftFrom({ ...given, rules, choices }).ballot;
}

const frozen = (ballot: Ballot): Ballot =>
  nameOfficers(freezeRoll(adopt(ballot, ORGANISER).ballot, ORGANISER, 6).ballot, ORGANISER, { ...OFFICERS, tellers: ['t1'] }, KNOWN).ballot;
const opened = (ballot: Ballot, registration: Registration = READY, present = 6): Ballot =>
  open(frozen(ballot), ORGANISER, { present, issued: null, sessionIsOpen: true, registration }, NOON).ballot;
const closed = (ballot: Ballot, returned: number): Ballot =>
  close(opened(ballot), ORGANISER, { voters: returned, returned }, new Entries(), NOON).ballot;
const counted = (ballot: Ballot, sums: QuestionSums | null, missing: readonly string[] = []) =>
  tally(ballot, ORGANISER, { entries: new Entries(), opened: { sums, missing, lacking: missing.length }, digestOf: (text) => text }).ballot
    .tally;

const resolution = (rules: Json = RESOLUTION_RULES) => drafted('resolution', rules);
const appraisal = () => drafted('appraisal', {}, [choice('l1'), choice('l2')]);
const poll = () => drafted('poll', {}, [choice('a'), choice('b'), choice('c')]);
const election = (rules: Json = SEALED_ELECTION) => drafted('election', rules);

describe('the questions of a sealed paper', () => {
  it('ask each matter by itself, exactly one answer', () => {
    expect(questionsOf(resolution())).toEqual(
      ['plan', 'budget'].map((id) => ({ question: `Choice ${id}`, answers: ['yes', 'no', 'abstain'], min: 1, max: 1, blank: false })),
    );
  });

  it('ask for as many candidates as there are seats, or fewer', () => {
    expect(questionsOf(election())).toEqual([
      { question: 'The vote', answers: ['Choice c1', 'Choice c2', 'Choice c3'], min: 0, max: 2, blank: false },
    ]);
    expect(questionsOf({ ...election(), choices: [choice('c1')] })[0]?.max).toBe(1);
    expect(pairsOf(election())).toEqual([]);
  });

  it('ask besides who is voted against, where marks are three-way', () => {
    const answers = ['Choice c1', 'Choice c2', 'Choice c3'];
    expect(questionsOf(election(THREE_WAY))).toEqual([
      { question: 'The vote: yes', answers, min: 0, max: 2, blank: false },
      { question: 'The vote: no', answers, min: 0, max: 3, blank: false },
    ]);
    expect(pairsOf(election(THREE_WAY))).toEqual([{ approve: 0, against: 1 }]);
  });

  it('ask for one grade of each subject, or to abstain', () => {
    expect(questionsOf(appraisal())).toEqual(
      ['l1', 'l2'].map((id) => ({
        question: `Choice ${id}`,
        answers: ['excellent', 'competent', 'basically', 'not', 'abstain'],
        min: 1,
        max: 1,
        blank: false,
      })),
    );
  });

  it('ask for exactly one option', () => {
    expect(questionsOf(poll())).toEqual([
      { question: 'The vote', answers: ['Choice a', 'Choice b', 'Choice c'], min: 1, max: 1, blank: false },
    ]);
  });
});

describe('rules that sealed papers cannot keep', () => {
  const fault = (kind: VotedKind, rules: Json) => faultOf(() => drafted(kind, rules));
  it.each([
    ['names written in', 'election', { ...SEALED_ELECTION, writeIns: 'free' }, { field: 'rules.writeIns', reason: 'not-on-this-channel' }],
    [
      'names written in where nothing is said',
      'election',
      { ...SEALED_ELECTION, writeIns: undefined },
      { field: 'rules.writeIns', reason: 'not-on-this-channel' },
    ],
    [
      'votes against a candidate',
      'election',
      { ...SEALED_ELECTION, tie: 'fewer-against' },
      { field: 'rules.tie', reason: 'not-on-this-channel' },
    ],
    ['half a revote', 'resolution', { ...RESOLUTION_RULES, revote: 'once' }, { field: 'rules.revote', reason: 'not-a-flag' }],
  ] as const)('%s', (_, kind, rules, expected) => {
    expect(fault(kind, rules)).toEqual(expected);
  });

  it('more matters than an archive takes', () => {
    const matters = (count: number) => () =>
      drafted(
        'resolution',
        RESOLUTION_RULES,
        Array.from({ length: count }, (_, n) => choice(`m${n}`)),
      );
    expect(matters(100)).not.toThrow();
    expect(faultOf(matters(101))).toEqual({ field: 'items', reason: 'too-many' });
  });

  it('a revote by hands or on paper', () => {
    const by = { ...resolution(), channel: 'hands' as const, rules: { ...RESOLUTION_RULES, revote: true } };
    expect(faultOf(() => draftFrom(by))).toEqual({ field: 'rules.revote', reason: 'not-on-this-channel' });
  });

  it('more candidates than a paper takes', () => {
    const candidates = (count: number, rules: Json) => () =>
      drafted(
        'election',
        rules,
        Array.from({ length: count }, (_, n) => choice(`c${n}`)),
      );
    expect(candidates(300, SEALED_ELECTION)).not.toThrow();
    expect(candidates(230, THREE_WAY)).not.toThrow();
    expect(faultOf(candidates(300, THREE_WAY))).toEqual({ field: 'candidates', reason: 'too-many' });
  });

  it('shares and marks of a sealed paper where there is none', () => {
    const by = (kind: VotedKind, rules: Json, procedure: Json) =>
      faultOf(() => draftFrom({ ...drafted(kind, rules), channel: 'paper', rules: { ...rules, procedure } }));
    expect(by('resolution', RESOLUTION_RULES, { sharesNeeded: 2 })).toEqual({
      field: 'rules.procedure.sharesNeeded',
      reason: 'not-on-this-channel',
    });
    expect(by('election', SEALED_ELECTION, { sealedMarks: 'three-way' })).toEqual({
      field: 'rules.procedure.sealedMarks',
      reason: 'not-on-this-channel',
    });
  });

  it('but votes against a candidate where marks are three-way', () => {
    expect(() => election({ ...THREE_WAY, tie: 'fewer-against' })).not.toThrow();
  });

  it('but a revote where it is said', () => {
    expect([
      mayRevote(resolution()),
      mayRevote(resolution({ ...RESOLUTION_RULES, revote: false })),
      mayRevote(resolution({ ...RESOLUTION_RULES, revote: true })),
    ]).toEqual([false, false, true]);
  });
});

describe('the opening of a sealed ballot', () => {
  it('issues as many papers as were registered', () => {
    expect(opened(resolution())).toMatchObject({ state: 'OPEN', present: 6, issued: 5 });
  });

  it.each([
    [
      { ...READY, keysMissing: ['s2'] },
      { code: 'ballot.keys-missing', details: { memberIds: ['s2'] } },
    ],
    [{ ...READY, registered: 0 }, { code: 'ballot.nobody-registered' }],
    [
      { ...READY, lost: 2 },
      { code: 'ballot.registrations-lost', details: { lost: 2 } },
    ],
    [
      { ...READY, left: ['m1'] },
      { code: 'ballot.holders-left', details: { memberIds: ['m1'] } },
    ],
    [
      { ...READY, unconfirmed: ['m1'] },
      { code: 'ballot.holders-unconfirmed', details: { memberIds: ['m1'] } },
    ],
  ])('waits for keys and papers: %j', (registration, expected) => {
    expect(refusalOf(() => opened(resolution(), registration))).toEqual(expected);
  });

  it('asks for the quorum first', () => {
    expect(refusalOf(() => opened(resolution(), { ...READY, registered: 0 }, 3)).code).toBe('ballot.no-quorum');
  });
});

describe('a paper on a device', () => {
  it('is taken back by an officer before the opening, and counted', () => {
    const ready = frozen(resolution());
    expect(takeBackCredential(ready, by('t1'), true).ballot.desk).toMatchObject({ credentialsTakenBack: 1, papersTakenBack: 0 });
    expect(refusalOf(() => takeBackCredential(ready, by('t1'), false)).code).toBe('ballot.no-credential');
    expect(refusalOf(() => takeBackCredential(ready, ORGANISER, true)).code).toBe('ballot.not-an-officer');
    expect(refusalOf(() => takeBackCredential(opened(resolution()), by('t1'), true)).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => takeBackCredential({ ...ready, channel: 'paper' }, by('t1'), true)).code).toBe('ballot.wrong-channel');
  });
});

describe('a registration', () => {
  const asked = (ballot: Ballot, onRoll = true, present = true) =>
    refusalOf(() => assertMayRegister(ballot, { onRoll, present, holds: null })).code;

  it('is for those on the roll who are there, until the opening', () => {
    expect(() => assertMayRegister(frozen(resolution()), { onRoll: true, present: true, holds: null })).not.toThrow();
    expect(asked(frozen(resolution()), false)).toBe('ballot.not-on-roll');
    expect(asked(frozen(resolution()), true, false)).toBe('ballot.not-present');
    expect(asked(opened(resolution()))).toBe('ballot.wrong-state');
    expect(asked(resolution())).toBe('ballot.wrong-state');
    expect(asked({ ...frozen(resolution()), channel: 'paper' })).toBe('ballot.wrong-channel');
  });
});

describe('the scrutineers of a sealed ballot', () => {
  it('are two at least: one alone could open every paper', () => {
    const alone = { ...OFFICERS, scrutineers: ['s1'], tellers: ['t1'] };
    expect(refusalOf(() => nameOfficers(adopt(resolution(), ORGANISER).ballot, ORGANISER, alone, KNOWN))).toEqual({
      code: 'ballot.too-few-officers',
      details: { role: 'SCRUTINEER', needed: 2 },
    });
  });

  it('give keys before the opening and shares after the closing, and nobody else does', () => {
    const actions = (ballot: Ballot, memberId: string) =>
      allowedActions(ballot, by(memberId)).filter((action) => action === 'offer-key' || action === 'add-share');
    expect(actions(frozen(resolution()), 's1')).toEqual(['offer-key']);
    expect(actions(opened(resolution()), 's1')).toEqual([]);
    expect(actions(closed(resolution(), 5), 's1')).toEqual(['add-share']);
    for (const other of ['t1', DELEGATE.memberId, ORGANISER.memberId]) expect(actions(closed(resolution(), 5), other)).toEqual([]);
  });
});

describe('the count of a sealed ballot', () => {
  it('takes the opened sums, and nothing from anybody', () => {
    expect(
      counted(closed(resolution({ ...RESOLUTION_RULES, revote: true }), 5), [
        [4, 1, 0],
        [2, 1, 2],
      ]),
    ).toMatchObject({
      outcome: {
        status: 'partly-passed',
        items: [
          { id: 'plan', yes: 4, no: 1, abstain: 0, passed: true },
          { id: 'budget', yes: 2, passed: false },
        ],
      },
      papers: null,
      countingCase: { rules: RESOLUTION_RULES, counts: { roll: 6, present: 6, issued: 5, voters: 5, returned: 5, invalid: 0 } },
    });
  });

  it('elects by marks; who is not marked is abstained on', () => {
    expect(counted(closed(election(), 5), [[5, 4, 1]])).toMatchObject({
      outcome: { status: 'decided', elected: ['c1', 'c2'] },
      countingCase: {
        candidates: [
          { id: 'c1', yes: 5, no: 0, abstain: 0 },
          { id: 'c2', yes: 4, no: 0, abstain: 1 },
          { id: 'c3', yes: 1, no: 0, abstain: 4 },
        ],
      },
    });
  });

  it('elects by three-way marks; who is marked neither way is abstained on, and the fewer against settle a tie', () => {
    const counts = [
      [4, 3, 3],
      [0, 2, 1],
    ];
    expect(
      counted(closed(election({ ...THREE_WAY, tie: 'fewer-against', elect: { ...MORE_THAN_HALF, base: 'returned' } }), 5), counts),
    ).toMatchObject({
      outcome: { status: 'decided', elected: ['c1', 'c3'] },
      countingCase: {
        candidates: [
          { id: 'c1', yes: 4, no: 0, abstain: 1 },
          { id: 'c2', yes: 3, no: 2, abstain: 0 },
          { id: 'c3', yes: 3, no: 1, abstain: 1 },
        ],
      },
    });
  });

  it('grades each subject, over the forms and over those that graded it', () => {
    expect(
      counted(closed(appraisal(), 5), [
        [3, 1, 0, 0, 1],
        [0, 0, 2, 3, 0],
      ]),
    ).toMatchObject({
      outcome: {
        status: 'counted',
        subjects: [
          { id: 'l1', abstain: 1, grades: { excellent: { count: 3, ofValid: { num: 3, den: 5 }, ofMarked: { num: 3, den: 4 } } } },
          { id: 'l2', abstain: 0 },
        ],
      },
      countingCase: {
        subjects: [
          { id: 'l1', counts: { excellent: 3, competent: 1, basically: 0, not: 0 }, abstain: 1 },
          { id: 'l2', counts: { not: 3 } },
        ],
      },
    });
  });

  it('leads by votes in a poll', () => {
    expect(counted(closed(poll(), 5), [[2, 3, 0]])).toMatchObject({
      outcome: { status: 'counted', leading: ['b'] },
      countingCase: {
        options: [
          { id: 'a', votes: 2 },
          { id: 'b', votes: 3 },
          { id: 'c', votes: 0 },
        ],
      },
    });
  });

  it('waits for every share', () => {
    expect(refusalOf(() => counted(closed(resolution(), 5), null, ['s2']))).toEqual({
      code: 'ballot.shares-missing',
      details: { memberIds: ['s2'], lacking: 1 },
    });
  });

  it('opens nothing where too few voted', () => {
    const rules = { ...RESOLUTION_RULES, participation: { num: 1, den: 2, inclusive: true } };
    expect(counted(closed(resolution(rules), 2), null, ['s1'])).toMatchObject({ outcome: { status: 'too-few-votes' }, countingCase: null });
  });

  it('does not take sums of another ballot', () => {
    expect(() => counted(closed(resolution(), 5), [[5, 0, 0]])).toThrow(RangeError);
  });

  it('is closed once', () => {
    expect(refusalOf(() => close(closed(resolution(), 5), ORGANISER, { voters: 4, returned: 4 }, new Entries(), NOON)).code).toBe(
      'ballot.wrong-state',
    );
  });
});
