import { HALF_OR_MORE } from '../counting/fractions.js';
import { adopt, revise } from '../preparing/drafting.js';
import { nameOfficers } from '../preparing/officers.js';
import type { Ballot } from '../record/ballot.js';
import { DELEGATE, ELECTION_RULES, KNOWN, NOON, OFFICERS, ORGANISER, choice, draftFrom, electionRules } from '../testing/ballots.js';
import { declaredElection, signedElection } from '../testing/elected.js';
import { faultOf, refusalOf } from '../testing/refusals.js';
import { freezeRoll, open } from '../voting/opening.js';
import { decideVacancy } from './decisions.js';
import { nextRound } from './rounds.js';
import { type SecondStage, secondStage } from './second-stage.js';

const CANDIDATES = ['m1', 'm2', 'm3'].map((memberId, nth) => choice(`c${nth + 1}`, memberId));
const both = { c1: 'yes', c2: 'yes' };
/** Two seats, and the first two of three candidates have them. */
const committee = (more: object = {}) =>
  declaredElection({ rules: { seats: 2, ...more }, choices: CANDIDATES, marks: [both, both, both, both] });
const CHAIR = { ...ELECTION_RULES, seats: 1, surplus: null, writeIns: 'none' };
const stage = (given: Partial<SecondStage> = {}): SecondStage => ({
  id: 'chair',
  title: 'The chair',
  channel: 'paper',
  electorate: 'elected',
  rules: electionRules(CHAIR),
  preset: null,
  candidates: null,
  identities: new Map(),
  ...given,
});
const prepare = (rounds: readonly [Ballot, ...Ballot[]], given: SecondStage = stage(), by = ORGANISER): Ballot =>
  secondStage(rounds, by, given, NOON).ballot;
const codeOf = (work: () => unknown): string => refusalOf(work).code;

describe('the election of officers from the elected', () => {
  it('is a ballot of its own, whose candidates and voters are the elected', () => {
    const chair = prepare([committee()]);
    expect(chair).toMatchObject({
      id: 'chair',
      follows: 'ballot',
      state: 'RULES_DRAFT',
      round: 'first',
      kind: 'election',
      electorate: 'elected',
      rules: CHAIR,
      roll: null,
      officers: [],
      choices: [
        { id: 'e1', label: 'Choice c1', memberId: 'm1' },
        { id: 'e2', label: 'Choice c2', memberId: 'm2' },
      ],
      descent: { as: 'second-stage', standing: [], othersMayStand: true, eligible: ['m1', 'm2'] },
    });
    expect(prepare([committee()], stage({ electorate: 'delegates', candidates: ['m2'] }))).toMatchObject({
      electorate: 'delegates',
      choices: [{ id: 'e1', memberId: 'm2' }],
    });
  });

  it('is run like any other, by rules that were adopted for it', () => {
    const adopted = adopt(prepare([committee()]), ORGANISER).ballot;
    const named = nameOfficers(freezeRoll(adopted, ORGANISER, 2).ballot, ORGANISER, OFFICERS, KNOWN).ballot;
    expect(open(named, ORGANISER, { present: 2, issued: null, sessionIsOpen: true }, NOON).ballot).toMatchObject({
      state: 'OPEN',
      roll: 2,
      issued: 2,
    });
    expect(codeOf(() => open(named, ORGANISER, { present: 2, issued: null, sessionIsOpen: false }, NOON))).toBe('ballot.session-not-open');
    expect(codeOf(() => open(named, ORGANISER, { present: 1, issued: null, sessionIsOpen: true }, NOON))).toBe('ballot.no-quorum');
  });

  it('takes no candidate but the elected, whenever candidates change', () => {
    expect(refusalOf(() => prepare([committee()], stage({ candidates: ['m1', 'm3'] })))).toEqual({
      code: 'ballot.not-among-elected',
      details: { ids: ['m3'] },
    });
    const chair = prepare([committee()]);
    expect(revise(chair, ORGANISER, { choices: [choice('x', 'm2')] }).ballot.choices).toHaveLength(1);
    expect(refusalOf(() => revise(chair, ORGANISER, { choices: [choice('x', 'm3')] }))).toEqual({
      code: 'ballot.not-among-elected',
      details: { ids: ['x'] },
    });
    expect(codeOf(() => revise(chair, ORGANISER, { choices: [choice('x')] }))).toBe('ballot.not-among-elected');
  });

  it('has no nomination: who may stand is known', () => {
    const nominated = { ...CHAIR, procedure: { nomination: { notice: { kind: 'days', n: 3 } } } };
    expect(faultOf(() => prepare([committee()], stage({ rules: electionRules(nominated) })))).toEqual({
      field: 'rules.procedure.nomination',
      reason: 'not-in-a-second-stage',
    });
  });

  it('asks who somebody is whom the result knows by name alone', () => {
    const elected = declaredElection({
      rules: { writeIns: 'free' },
      choices: [choice('c1', 'm1'), choice('c2')],
      marks: [{ c2: 'yes' }, { c2: 'yes' }, { c2: 'yes' }, { c2: 'yes' }],
    });
    expect(refusalOf(() => prepare([elected]))).toEqual({ code: 'ballot.elected-unknown', details: { ids: ['c2'] } });
    expect(prepare([elected], stage({ identities: new Map([['c2', 'm9']]) }))).toMatchObject({
      choices: [{ memberId: 'm9' }],
      descent: { eligible: ['m9'] },
    });
  });

  it('knows who was said to be near relatives in any of the rounds', () => {
    const pair = (one: string, other: string) => ({ memberIds: [one, other], kind: 'spouse' }) as const;
    const half = { elect: { ...HALF_OR_MORE, base: 'roll' } };
    const first = declaredElection({
      rules: { seats: 2, ...half },
      choices: CANDIDATES,
      marks: [both, both, both, { c1: 'yes', c3: 'yes' }, { c1: 'yes', c3: 'yes' }, { c1: 'yes', c3: 'yes' }],
    });
    const won = declaredElection({ choices: CANDIDATES.slice(1), marks: [{ c3: 'yes' }, { c3: 'yes' }, { c3: 'yes' }, { c3: 'yes' }] });
    const runoff: Ballot = { ...won, id: 'runoff', round: 'runoff', relatives: [pair('m1', 's1'), pair('m3', 's2')] };
    expect(prepare([{ ...first, relatives: [pair('m1', 's1')] }, runoff]).relatives).toEqual([pair('m1', 's1'), pair('m3', 's2')]);
  });

  it('waits for every further round, and takes those elected there', () => {
    const half = { elect: { ...HALF_OR_MORE, base: 'roll' } };
    const [two, three] = [both, { c1: 'yes', c3: 'yes' }];
    const first = declaredElection({ rules: { seats: 2, ...half }, choices: CANDIDATES, marks: [two, two, two, three, three, three] });
    expect(first.tally?.outcome).toMatchObject({ status: 'next-round', elected: ['c1'] });
    expect(codeOf(() => prepare([first]))).toBe('ballot.rounds-open');
    const runoff = nextRound(first, ORGANISER, 'runoff', NOON).ballot;
    expect(codeOf(() => prepare([first, runoff]))).toBe('ballot.rounds-open');
    const won = declaredElection({ choices: CANDIDATES.slice(1), marks: [{ c3: 'yes' }, { c3: 'yes' }, { c3: 'yes' }, { c3: 'yes' }] });
    expect(prepare([first, { ...won, id: 'runoff', round: 'runoff' }]).descent?.eligible).toEqual(['m1', 'm3']);
  });

  it('takes those elected in a further round also where the first elected nobody, and needs somebody elected in any', () => {
    const tie = declaredElection({
      rules: { elect: { ...HALF_OR_MORE, base: 'returned' } },
      choices: CANDIDATES,
      marks: [{ c1: 'yes' }, { c2: 'yes' }],
    });
    expect(tie.tally?.outcome).toMatchObject({ status: 'next-round', elected: [] });
    const won = declaredElection({ choices: CANDIDATES.slice(0, 2), marks: [{ c2: 'yes' }, { c2: 'yes' }, { c2: 'yes' }, { c2: 'yes' }] });
    expect(prepare([tie, { ...won, id: 'runoff', round: 'runoff' }]).descent?.eligible).toEqual(['m2']);
    const none = declaredElection({ choices: CANDIDATES.slice(0, 2), marks: [{ c2: 'yes' }] });
    expect(codeOf(() => prepare([tie, { ...none, id: 'runoff', round: 'runoff' }]))).toBe('ballot.nobody-elected');
  });

  it('waits for a supplementary ballot that the presidium asked for', () => {
    const short = committee({ seats: 3, shortage: 'presidium', surplus: null });
    expect(prepare([short]).choices).toHaveLength(2);
    const deciding = { what: 'supplementary', seats: null, text: 'One more.', candidates: [choice('c3', 'm3')] } as const;
    expect(codeOf(() => prepare([decideVacancy(short, ORGANISER, deciding, NOON).ballot]))).toBe('ballot.rounds-open');
  });

  it('belongs to an organiser, of a declared election that elected somebody', () => {
    expect(codeOf(() => prepare([committee()], stage(), DELEGATE))).toBe('ballot.not-an-organiser');
    expect(codeOf(() => prepare([signedElection({ rules: { seats: 2 }, choices: CANDIDATES, marks: [both, both, both, both] })]))).toBe(
      'ballot.wrong-state',
    );
    expect(codeOf(() => prepare([{ ...committee(), state: 'ANNULLED' }]))).toBe('ballot.wrong-state');
    expect(codeOf(() => prepare([declaredElection({ marks: [{ c1: 'yes' }] })]))).toBe('ballot.nobody-elected');
  });

  it('has an electorate that no other ballot can have', () => {
    const given = {
      id: 'x',
      organisationId: 'o',
      sessionId: 's',
      kind: 'election',
      title: 'x',
      channel: 'paper',
      round: 'first',
      rules: CHAIR,
      choices: CANDIDATES,
      electorate: 'elected',
    } as const;
    expect(faultOf(() => draftFrom(given))).toEqual({ field: 'electorate', reason: 'only-of-a-second-stage' });
  });
});
