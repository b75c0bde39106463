import { civilDate } from '@plenum/calendar';
import { resultRefusal } from '../policy/authority.js';
import { CALENDAR, DELEGATE, ELECTION_RULES, NOON, ORGANISER, aBallot, by, withProcedure } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { APPROVAL, PUBLICATION, declared, published, unanimousElection, signedPlan } from '../testing/results.js';
import { nextTime } from '../timing/appointments.js';
import { freezeRoll } from '../voting/opening.js';
import { annul, runAgain } from './annulling.js';
import { approve, reject } from './approving.js';
import { archive } from './declaring.js';

const REASON = 'Ballots were forged.';
const asked = declared(unanimousElection({ ...ELECTION_RULES, procedure: { approval: APPROVAL } }));
const DOCUMENT = { reference: '12', documentOn: civilDate('2026-03-02') };
const approved = approve(asked, ORGANISER, DOCUMENT, CALENDAR, NOON).ballot;
const rejected = reject(asked, ORGANISER, { ...DOCUMENT, reason: 'Not so.' }, CALENDAR, NOON).ballot;
const archived = archive(published(signedPlan()), ORGANISER, NOON).ballot;

describe('the annulment', () => {
  it.each([
    ['open', aBallot().opened],
    ['closed', aBallot().closed],
    ['signed', signedPlan()],
    ['declared', declared(signedPlan())],
    ['approved', approved],
    ['rejected', rejected],
    ['published', published(signedPlan({ publication: PUBLICATION }))],
    ['archived', archived],
  ])('takes a ballot that is %s out of effect and changes nothing else of it', (_, before) => {
    const { ballot, events } = annul(before, ORGANISER, REASON, NOON);
    expect(ballot).toEqual({
      ...before,
      state: 'ANNULLED',
      annulment: { reason: REASON, by: 'organiser', at: NOON },
      version: before.version + 1,
    });
    expect(events[0]).toEqual({ type: 'ResultAnnulled', reason: REASON, declared: before.declaredAt !== null });
    expect(refusalOf(() => annul(ballot, ORGANISER, REASON, NOON)).code).toBe('ballot.wrong-state');
  });

  it('is an act of an organiser, on a ballot that was opened', () => {
    expect(refusalOf(() => annul(declared(signedPlan()), DELEGATE, REASON, NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => annul(declared(signedPlan()), by('s1'), REASON, NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => annul(aBallot().named, ORGANISER, REASON, NOON)).code).toBe('ballot.wrong-state');
  });

  it('takes the closing back that the clock was to make', () => {
    const appointed = {
      ...aBallot({ channel: 'sealed' }).drafted,
      state: 'OPEN' as const,
      appointments: [{ act: 'close' as const, at: new Date('2026-03-03T04:00:00.000Z'), setBy: 'organiser', end: null }],
    };
    const { ballot } = annul(appointed, ORGANISER, REASON, NOON);
    expect(ballot.appointments).toEqual([{ ...appointed.appointments[0], end: { what: 'moot', at: NOON, refusal: null } }]);
    expect(nextTime(ballot)).toBeNull();
  });

  it('ends what was still waited for', () => {
    expect(annul(asked, ORGANISER, REASON, NOON).events.slice(1)).toEqual([{ type: 'DeadlineMet', matter: 'approval' }]);
    expect(annul(published(signedPlan({ publication: PUBLICATION })), ORGANISER, REASON, NOON).events.slice(1)).toEqual([
      { type: 'DeadlineMet', matter: 'publication' },
    ]);
    expect(annul(approved, ORGANISER, REASON, NOON).events).toHaveLength(1);
  });

  it('leaves readable what was declared, and shows nobody what was not', () => {
    const refused = (ballot: typeof asked, who: typeof DELEGATE) =>
      resultRefusal(annul(ballot, ORGANISER, REASON, NOON).ballot, who)?.code ?? null;
    expect(refused(declared(signedPlan()), DELEGATE)).toBeNull();
    expect(refused(signedPlan(), DELEGATE)).toBe('ballot.not-published');
    expect(refused(signedPlan(), by('t1'))).toBeNull();
    expect(refused(aBallot().closed, ORGANISER)).toBe('ballot.not-published');
  });
});

describe('a ballot that is run again', () => {
  it('has the adopted rules and choices of the first, and nobody and nothing else of it', () => {
    const { ballot, events } = runAgain(annul(approved, ORGANISER, REASON, NOON).ballot, [], ORGANISER, 'again', NOON);
    expect(ballot).toMatchObject({
      id: 'again',
      rerunOf: 'ballot',
      follows: null,
      round: 'first',
      state: 'RULES_ADOPTED',
      version: 1,
      rules: approved.rules,
      choices: approved.choices,
      officers: [],
      roll: null,
      issued: null,
      tally: null,
      signatures: [],
      declaredAt: null,
      approval: null,
      annulment: null,
    });
    expect(events).toEqual([{ type: 'BallotAnnounced' }]);
  });

  it('repeats what was annulled, rejected or void, by an organiser, and nothing that stands', () => {
    const void_ = declared(unanimousElection(ELECTION_RULES, 0, 7));
    for (const before of [void_, { ...void_, state: 'ARCHIVED' as const }, rejected])
      expect(runAgain(before, [], ORGANISER, 'again', NOON).ballot.rerunOf).toBe('ballot');
    expect(refusalOf(() => runAgain(rejected, [], DELEGATE, 'again', NOON)).code).toBe('ballot.not-an-organiser');
    for (const standing of [declared(signedPlan()), published(signedPlan()), archived])
      expect(refusalOf(() => runAgain(standing, [], ORGANISER, 'again', NOON)).code).toBe('ballot.nothing-to-repeat');
    expect(refusalOf(() => runAgain(unanimousElection(ELECTION_RULES, 0, 7), [], ORGANISER, 'again', NOON)).code).toBe(
      'ballot.wrong-state',
    );
  });

  it('has the candidates whom the nomination found for the first, and seeks no others', () => {
    const nomination = { notice: { kind: 'working-days', n: 5 }, primaryAbove: null, order: 'strokes' } as const;
    const found = {
      ...withProcedure(unanimousElection(ELECTION_RULES), { nomination }),
      nominations: { nominees: [], posting: null, closedOn: civilDate('2026-02-20') },
    };
    const again = runAgain(annul(found, ORGANISER, REASON, NOON).ballot, [], ORGANISER, 'again', NOON).ballot;
    expect(again.choices).toEqual(found.choices);
    expect(freezeRoll(again, ORGANISER, 6).ballot.state).toBe('ROLL_FROZEN');
  });

  it('of an appraisal keeps its grades, and of a run-off its round', () => {
    const appraisal = { ...aBallot({ kind: 'appraisal' }).opened };
    expect(runAgain(annul(appraisal, ORGANISER, REASON, NOON).ballot, [], ORGANISER, 'again', NOON).ballot.scale).toEqual(appraisal.scale);
    const runoff = { ...declared(unanimousElection(ELECTION_RULES)), round: 'runoff' as const, follows: 'first-ballot' };
    expect(runAgain(annul(runoff, ORGANISER, REASON, NOON).ballot, [], ORGANISER, 'again', NOON).ballot).toMatchObject({
      round: 'runoff',
      follows: null,
      rerunOf: 'ballot',
    });
  });
});
