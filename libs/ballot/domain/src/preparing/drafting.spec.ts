import { allowedActions } from '../actions/allowed-actions.js';
import { readRules } from '../rules/rules.js';
import {
  DELEGATE,
  ELECTION_RULES,
  NOON,
  ORGANISER,
  RESOLUTION_RULES,
  aBallot,
  choice,
  draftFrom,
  withProcedure,
} from '../testing/ballots.js';
import { faultOf, refusalOf } from '../testing/refusals.js';
import { adopt, draft, revise } from './drafting.js';

const fresh = {
  id: 'ballot',
  organisationId: 'organisation',
  sessionId: 'session',
  title: 'The plan',
  kind: 'resolution',
  channel: 'hands',
  round: 'first',
  rules: RESOLUTION_RULES,
  choices: [choice('plan')],
} as const;

describe('a draft', () => {
  it('belongs to an organiser', () => {
    expect(draftFrom(fresh)).toMatchObject({
      ballot: { state: 'RULES_DRAFT', version: 1, createdBy: 'organiser', officers: [], roll: null, tally: null },
      events: [],
    });
    expect(refusalOf(() => draftFrom(fresh, DELEGATE)).code).toBe('ballot.not-an-organiser');
  });

  it.each([
    ['rules of another kind', { rules: ELECTION_RULES }, { field: 'rules.seats', reason: 'unknown-field' }],
    [
      'rules that leave the quorum open',
      { rules: { ...RESOLUTION_RULES, quorum: null } },
      { field: 'rules.quorum', reason: 'not-an-object' },
    ],
    ['nothing to vote on', { choices: [] }, { field: 'items', reason: 'empty' }],
    ['a matter twice', { choices: [choice('plan'), choice('plan')] }, { field: 'items', reason: 'repeated' }],
    [
      'a proposal twice',
      {
        choices: [
          { ...choice('a'), proposalId: 'p' },
          { ...choice('b'), proposalId: 'p' },
        ],
      },
      { field: 'items', reason: 'repeated' },
    ],
    [
      'a unit twice',
      {
        choices: [
          { ...choice('a'), unitId: 'u' },
          { ...choice('b'), unitId: 'u' },
        ],
      },
      { field: 'items', reason: 'repeated' },
    ],
    [
      'a matter about a proposal and a unit at once',
      { choices: [{ ...choice('a'), proposalId: 'p', unitId: 'u' }] },
      { field: 'items.unitId', reason: 'not-of-this-kind' },
    ],
    [
      'a unit that stands for election',
      { kind: 'election' as const, rules: ELECTION_RULES, choices: [{ ...choice('c1'), unitId: 'u' }] },
      { field: 'candidates.unitId', reason: 'not-of-this-kind' },
    ],
    [
      'a proposal that stands for election',
      { kind: 'election' as const, rules: ELECTION_RULES, choices: [{ ...choice('c1'), proposalId: 'p' }] },
      { field: 'candidates.proposalId', reason: 'not-of-this-kind' },
    ],
    [
      'a person twice',
      { kind: 'election' as const, rules: ELECTION_RULES, choices: [choice('c1', 'm1'), choice('c2', 'm1')] },
      { field: 'candidates', reason: 'repeated' },
    ],
    [
      'fewer against with names written in',
      { kind: 'election' as const, rules: { ...ELECTION_RULES, tie: 'fewer-against' } },
      { field: 'rules.writeIns', reason: 'write-ins-with-fewer-against' },
    ],
  ])('is malformed with %s', (_, change, fault) => {
    expect(faultOf(() => draftFrom({ ...fresh, ...change }))).toEqual(fault);
  });

  it('may decide ties by fewer against where nobody is written in', () => {
    const rules = { ...ELECTION_RULES, tie: 'fewer-against', writeIns: 'none' };
    const ruled = readRules({ kind: 'election', round: 'first' }, rules);
    expect(ruled).toEqual({ kind: 'election', rules });
    expect(draft({ ...fresh, ...ruled, choices: [choice('c1')] }, ORGANISER, NOON).ballot.rules).toBe(ruled.rules);
  });
});

describe('adoption', () => {
  it('freezes the rules and announces the ballot', () => {
    const { ballot, events } = adopt(aBallot().drafted, ORGANISER);
    expect(ballot).toMatchObject({ state: 'RULES_ADOPTED', version: 2 });
    expect(events).toEqual([{ type: 'BallotAnnounced' }]);
    expect(refusalOf(() => revise(ballot, ORGANISER, { rules: RESOLUTION_RULES })).code).toBe('ballot.rules-frozen');
    expect(refusalOf(() => revise(ballot, ORGANISER, { choices: [choice('other')] })).code).toBe('ballot.rules-frozen');
    expect(refusalOf(() => adopt(ballot, ORGANISER))).toEqual({
      code: 'ballot.wrong-state',
      details: { action: 'adopt', state: 'RULES_ADOPTED' },
    });
    expect(refusalOf(() => adopt(aBallot().drafted, DELEGATE)).code).toBe('ballot.not-an-organiser');
  });
});

describe('a revision', () => {
  it('changes a draft, and leaves what it does not name', () => {
    const { ballot } = revise(aBallot().drafted, ORGANISER, { title: 'Another plan', choices: [choice('a'), choice('b')] });
    expect(ballot).toMatchObject({ title: 'Another plan', rules: RESOLUTION_RULES, choices: [{ id: 'a' }, { id: 'b' }], version: 2 });
  });

  it('has rules of the kind that is voted on, or is malformed', () => {
    const { drafted } = aBallot();
    const rules = { ...RESOLUTION_RULES, bundle: 'all' };
    expect(revise(drafted, ORGANISER, { rules }).ballot).toMatchObject({ kind: 'resolution', rules });
    expect(faultOf(() => revise(drafted, ORGANISER, { rules: ELECTION_RULES }))).toEqual({ field: 'rules.seats', reason: 'unknown-field' });
    expect(faultOf(() => revise(drafted, ORGANISER, { rules: null }))).toEqual({ field: 'rules', reason: 'not-an-object' });
  });

  it('says of malformed rules neither the kind of the ballot to whoever may not revise it, nor more than that rules are frozen', () => {
    const { drafted, adopted } = aBallot({ kind: 'election' });
    expect(refusalOf(() => revise(drafted, DELEGATE, { rules: RESOLUTION_RULES })).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => revise(adopted, ORGANISER, { rules: RESOLUTION_RULES })).code).toBe('ballot.rules-frozen');
  });

  it('changes candidates until the voting opens, though the rules are adopted', () => {
    const { named, opened } = aBallot({ kind: 'election' });
    expect(revise(named, ORGANISER, { choices: [choice('c1'), choice('c9')] }).ballot.choices).toMatchObject([{ id: 'c1' }, { id: 'c9' }]);
    expect(refusalOf(() => revise(opened, ORGANISER, { choices: [choice('c1'), choice('c9')] })).code).toBe('ballot.wrong-state');
  });

  it('is offered only where something may still change', () => {
    const offered = (ballot: Parameters<typeof adopt>[0]) => allowedActions(ballot, ORGANISER).includes('revise');
    expect([offered(aBallot().drafted), offered(adopt(aBallot().drafted, ORGANISER).ballot)]).toEqual([true, false]);
    const { named } = aBallot({ kind: 'election' });
    expect([
      offered(named),
      offered({ ...named, round: 'runoff' }),
      offered(withProcedure(named, { nomination: { notice: { kind: 'days', n: 5 } } })),
    ]).toEqual([true, false, false]);
  });

  it('makes no candidate of an officer', () => {
    const { named } = aBallot({ kind: 'election' });
    expect(refusalOf(() => revise(named, ORGANISER, { choices: [choice('c1'), choice('c2', 't2')] }))).toEqual({
      code: 'ballot.officer-is-candidate',
      details: { memberIds: ['t2'] },
    });
  });
});
