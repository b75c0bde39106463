import { Entries } from '../paper-entry/entries.js';
import { countHands } from '../tally/hands.js';
import { sign } from '../tally/signing.js';
import { tally } from '../tally/tally.js';
import { CALENDAR, ELECTION_RULES, NOON, ORGANISER, aBallot, by, choice, hands } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { APPROVAL, PUBLICATION, declared, published, unanimousElection, signedPlan } from '../testing/results.js';
import { archive, declare, publish } from './declaring.js';

const tallied = tally(countHands(aBallot().closed, by('t1'), [hands(5, 1, 0)]).ballot, ORGANISER, {
  entries: new Entries(),
  digestOf: () => 'digest',
}).ballot;
const signedBy = (...memberIds: string[]) =>
  memberIds.reduce((ballot, memberId) => sign(ballot, by(memberId), 'digest', NOON).ballot, tallied);
/** Steps at nine in the morning, in Beijing, of days of that year. */
const stepsOn = (workingDays: readonly number[], days: readonly string[]) =>
  days.map((day, nth) => ({ workingDays: workingDays[nth], hears: ['debtor'], at: new Date(`2026-${day}T01:00:00Z`) }));
const typesOf = ({ events }: { events: readonly { type: string }[] }) => events.map(({ type }) => type);

describe('the declaration', () => {
  it('is made by an organiser once both chiefs have signed, and only once', () => {
    const { ballot, events } = declare(signedBy('s1', 't1'), ORGANISER, CALENDAR, NOON);
    expect(ballot).toMatchObject({ state: 'DECLARED', declaredAt: NOON, publishedAt: null, approval: null });
    expect(events[0]).toEqual({ type: 'ResultDeclared', status: 'passed' });
    expect(refusalOf(() => declare(ballot, ORGANISER, CALENDAR, NOON)).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => declare(signedBy('s1', 't1'), by('s1'), CALENDAR, NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => declare(aBallot().closed, ORGANISER, CALENDAR, NOON)).code).toBe('ballot.wrong-state');
  });

  it('names the chief whose signature is missing', () => {
    expect(refusalOf(() => declare(tallied, ORGANISER, CALENDAR, NOON))).toEqual({
      code: 'ballot.signatures-missing',
      details: { roles: ['SCRUTINEER', 'TELLER'] },
    });
    expect(refusalOf(() => declare(signedBy('s1'), ORGANISER, CALENDAR, NOON))).toEqual({
      code: 'ballot.signatures-missing',
      details: { roles: ['TELLER'] },
    });
    expect(refusalOf(() => declare(signedBy('s2', 't1'), ORGANISER, CALENDAR, NOON))).toEqual({
      code: 'ballot.signatures-missing',
      details: { roles: ['SCRUTINEER'] },
    });
  });

  it('takes effect at once where nobody is asked: a motion is decided, item by item, with its figures', () => {
    const { events } = declare(signedPlan({}, { choices: [{ ...choice('plan'), proposalId: 'proposal' }] }), ORGANISER, CALENDAR, NOON);
    expect(events[1]).toEqual({
      type: 'MotionDecided',
      status: 'passed',
      items: [
        { id: 'plan', label: 'Choice plan', proposalId: 'proposal', unitId: null, yes: 5, no: 1, abstain: 0, needed: 4, passed: true },
      ],
    });
    expect(declare(signedPlan({}, {}, 3), ORGANISER, CALENDAR, NOON).events[1]).toMatchObject({
      status: 'not-passed',
      items: [{ proposalId: null, passed: false }],
    });
  });

  it('names who is elected, to which post and office', () => {
    const office = { name: 'PRESIDIUM' as const, scope: 'session' as const };
    expect(
      declare(unanimousElection({ ...ELECTION_RULES, procedure: { post: '主席团成员', office } }), ORGANISER, CALENDAR, NOON).events[1],
    ).toEqual({
      type: 'OfficersElected',
      elected: [{ memberId: 'm1', name: 'Choice c1' }],
      post: '主席团成员',
      office,
    });
    expect(declare(unanimousElection(ELECTION_RULES), ORGANISER, CALENDAR, NOON).events[1]).toMatchObject({
      post: 'The plan',
      office: null,
    });
    expect(typesOf(declare({ ...unanimousElection(ELECTION_RULES), primaryOf: 'election' }, ORGANISER, CALENDAR, NOON))).toEqual([
      'ResultDeclared',
    ]);
    expect(typesOf(declare(unanimousElection(ELECTION_RULES, 3), ORGANISER, CALENDAR, NOON))).toEqual(['ResultDeclared']);
  });

  it('waits for the higher body where the rules ask it, until a day of the calendar', () => {
    const { ballot, events } = declare(signedPlan({ approval: APPROVAL }), ORGANISER, CALENDAR, NOON);
    const dueAt = new Date('2026-03-17T16:00:00.000Z');
    expect(ballot.approval).toEqual({ dueOn: '2026-03-17', dueAt, provisional: false, answer: null });
    // Three working days before, on the day, the day after, and four times every five from then on; Qingming is no working day.
    const days = ['03-12', '03-17', '03-18', '03-25', '04-01', '04-09', '04-16'];
    const steps = stepsOn([-3, 0, 1, 6, 11, 16, 21], days);
    expect(events.slice(1)).toEqual([{ type: 'DeadlineSet', matter: 'approval', dueAt, steps }]);
    const working = declare(signedPlan({ approval: { kind: 'working-days', n: 5 } }), ORGANISER, CALENDAR, NOON).ballot;
    expect(working.approval?.dueOn).toBe('2026-03-09');
  });

  it('asks nobody to approve what a gate stopped, and decides nothing by it', () => {
    const void_ = unanimousElection({ ...ELECTION_RULES, procedure: { approval: APPROVAL } }, 0, 7);
    expect(void_.tally?.outcome.status).toBe('void');
    const change = declare(void_, ORGANISER, CALENDAR, NOON);
    expect(change.ballot.approval).toBeNull();
    expect(typesOf(change)).toEqual(['ResultDeclared']);
  });
});

describe('the publication', () => {
  it('follows the declaration, by an organiser, once', () => {
    const result = declared(signedBy('s1', 't1'));
    const { ballot, events } = publish(result, ORGANISER, CALENDAR, NOON);
    expect(ballot).toMatchObject({ state: 'PUBLISHED', publishedAt: NOON, posting: null });
    expect(events).toEqual([{ type: 'ResultPublished', status: 'passed', untilOn: null }]);
    expect(refusalOf(() => publish(signedBy('s1', 't1'), ORGANISER, CALENDAR, NOON)).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => publish(result, by('s1'), CALENDAR, NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => publish(ballot, ORGANISER, CALENDAR, NOON)).code).toBe('ballot.wrong-state');
  });

  it('lasts as long as the rules say, its own day not counted', () => {
    const { ballot, events } = publish(declared(signedPlan({ publication: PUBLICATION })), ORGANISER, CALENDAR, NOON);
    const endsAt = new Date('2026-03-09T16:00:00.000Z');
    expect(ballot.posting).toEqual({ untilOn: '2026-03-09', endsAt, provisional: false });
    expect(events).toEqual([
      { type: 'ResultPublished', status: 'passed', untilOn: '2026-03-09' },
      {
        type: 'DeadlineSet',
        matter: 'publication',
        dueAt: endsAt,
        steps: stepsOn([-1, 1, 6, 11, 16, 21], ['03-06', '03-10', '03-17', '03-24', '03-31', '04-08']),
      },
    ]);
  });

  it('waits for the approval where one is asked', () => {
    expect(refusalOf(() => published(signedPlan({ approval: APPROVAL })))).toEqual({
      code: 'ballot.approval-missing',
      details: { dueOn: '2026-03-17' },
    });
  });
});

describe('the archive', () => {
  const posted = published(signedPlan({ publication: PUBLICATION }));
  const lastMoment = new Date('2026-03-09T15:59:59.999Z');
  const over = new Date('2026-03-09T16:00:00.000Z');
  const counted = (objections: object) => ({ ...posted, objections: { open: 0, upheld: 0, dismissed: 0, ...objections } });

  it('takes a result once its posting is over, when an organiser asks for it, once', () => {
    expect(refusalOf(() => archive(posted, ORGANISER, lastMoment))).toEqual({
      code: 'ballot.period-running',
      details: { untilOn: '2026-03-09' },
    });
    const { ballot, events } = archive(posted, ORGANISER, over);
    expect(ballot).toMatchObject({ state: 'ARCHIVED', archivedAt: over });
    expect(events).toEqual([{ type: 'DeadlineMet', matter: 'publication' }]);
    expect(refusalOf(() => archive(ballot, ORGANISER, over)).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => archive(posted, by('s1'), over)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => archive(declared(signedPlan()), ORGANISER, over)).code).toBe('ballot.wrong-state');
  });

  it('takes at once what is posted for no period', () => {
    expect(archive(published(signedPlan()), ORGANISER, NOON)).toMatchObject({ ballot: { state: 'ARCHIVED' }, events: [] });
  });

  it('takes nothing of which something is open', () => {
    expect(refusalOf(() => archive(counted({ open: 1 }), ORGANISER, over))).toEqual({
      code: 'ballot.objections-open',
      details: { open: 1 },
    });
    expect(refusalOf(() => archive(counted({ upheld: 1, dismissed: 2 }), ORGANISER, over))).toEqual({
      code: 'ballot.annulment-due',
      details: { upheld: 1 },
    });
    expect(archive(counted({ dismissed: 2 }), ORGANISER, over).ballot.state).toBe('ARCHIVED');
  });
});
