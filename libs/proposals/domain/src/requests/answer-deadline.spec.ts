import type { Authority } from '../proposal/authority.js';
import type { Proposal } from '../proposal/proposal.js';
import { aProposal, when } from '../testing/a-proposal.js';
import { COMMITTEE, FINANCE, LEAD, LOGISTICS, SECONDERS } from '../testing/people.js';
import { passedOn } from './answer-deadline.js';
import { answer, type OpenRequest, settleSilence, takeBack, takenBack } from './answering.js';
import { ask } from './asking.js';
import type { Party } from './party.js';
import type { RequestRule } from './request-rule.js';
import { REQUEST_RULES } from './request-rules.js';

/** A kind as plain as one can be: the committee asks one party, who has five working days. */
const asks = (owedBy: Party, parts: Partial<RequestRule> = {}): RequestRule => ({
  action: 'merge-consent',
  who: REQUEST_RULES['merge-consent'].who,
  from: ['SUBMITTED'],
  readWish: () => ({}),
  askings: (proposal) => [{ proposal, owedBy }],
  due: () => ({ kind: 'working-days', n: 5 }),
  isReasonAsked: false,
  outcomes: ['CONSENTED', 'REFUSED'],
  reasonedOutcomes: ['REFUSED'],
  silence: () => 'LAPSED',
  isClockStopped: false,
  blocks: [],
  isOpenTo: () => false,
  ...parts,
});

const proposal = aProposal().submitted().proposal();
const TOO_LATE = when(new Date('2026-03-18T02:00:00Z'));
const concerned = (it: Proposal = proposal) => new Map([[it.id, it]]);
const asked = (rule: RequestRule, it: Proposal = proposal) =>
  ask(rule, it, COMMITTEE, { reason: null, wish: {}, nextId: () => 'request' }, concerned(it), when()).requests[0]!;
const open = (rule: RequestRule): OpenRequest => {
  const { request } = asked(rule);
  return { rule, request, batch: [request], concerned: concerned() };
};
const MET = { type: 'DeadlineMet', about: { kind: 'request', id: 'request' }, matter: 'answer', round: 1 };
const WAIVED = { ...MET, waived: true };
const OF_LEAD = asks({ who: 'lead-proposer' });
const factsOf = ({ requests }: { readonly requests: readonly { readonly deadlines: readonly { readonly fact: object }[] }[] }) =>
  requests.flatMap(({ deadlines }) => deadlines.map(({ fact }) => fact));

/** A rule of as many days as there were. */
const RULE = { handling: null, due: { kind: 'working-days', n: 5 } } as const;

describe('the answer to a request', () => {
  it.each([
    [{ who: 'lead-proposer' }, { memberIds: ['lead'] }],
    [{ who: 'member', memberId: 'somebody' }, { memberIds: ['somebody'] }],
    [{ who: 'committee' }, { office: 'committee' }],
    [{ who: 'unit', unitId: FINANCE }, { unitId: FINANCE }],
    [{ who: 'head', unitId: LOGISTICS }, { unitId: LOGISTICS }],
    [{ who: 'leader', unitId: LOGISTICS }, { unitId: LOGISTICS }],
  ] as [Party, object][])('is owed by %j, by its day', (party, owedBy) => {
    expect(asked(asks(party)).deadlines).toEqual([
      {
        about: expect.objectContaining({ subject: 'A canteen that opens late', sessionId: 'session' }),
        fact: expect.objectContaining({
          ...{ type: 'DeadlineSet', about: { kind: 'request', id: 'request' }, matter: 'answer', round: 1, dueOn: '2026-03-17', owedBy },
          ...{ rule: { kind: 'working-days', n: 5 }, startedOn: '2026-03-10', dueAt: new Date('2026-03-17T16:00:00Z') },
        }),
      },
    ]);
  });

  it('is owed by no day where the rule has none, and its deadline names no subject of a confidential one', () => {
    expect(asked(asks({ who: 'committee' }, { due: () => null })).deadlines).toEqual([]);
    const secret = { ...proposal, confidential: { reason: null, by: 'lead', at: when().at } };
    expect(asked(OF_LEAD, secret).deadlines).toMatchObject([{ about: { subject: '', isConfidential: true } }]);
    const undated = { ...open(OF_LEAD), request: { ...open(OF_LEAD).request, dueOn: null } };
    expect(factsOf(answer(undated, LEAD, { outcome: 'CONSENTED', reason: null }, when()))).toEqual([]);
  });

  it('is owed no more once it is given, time has passed, or nobody waits for it', () => {
    expect(factsOf(answer(open(OF_LEAD), LEAD, { outcome: 'CONSENTED', reason: null }, when()))).toEqual([MET]);
    expect(factsOf(settleSilence(open(OF_LEAD), TOO_LATE)!)).toEqual([WAIVED]);
    expect(factsOf(takeBack(open(OF_LEAD), COMMITTEE, when()))).toEqual([WAIVED]);
    expect(factsOf({ requests: takenBack([asked(OF_LEAD).request], concerned()) })).toEqual([WAIVED]);
  });

  it('is owed by a day that is not final, where holidays are not announced, whoever leads the proposal', () => {
    const far = when(new Date('2038-03-10T02:00:00Z'));
    const made = ask(OF_LEAD, proposal, COMMITTEE, { reason: null, wish: {}, nextId: () => 'request' }, concerned(), far).requests[0]!;
    const passed = passedOn(made.request, proposal, RULE, far)!;
    for (const one of [made, passed]) expect(factsOf({ requests: [one] })).toMatchObject([{ provisional: true, rule: RULE.due }]);
  });

  it('is owed by whoever leads the proposal since, by the same day', () => {
    const taken: Proposal = { ...proposal, leadProposerId: (SECONDERS[0] as Authority).memberId };
    const { request } = asked(OF_LEAD);
    const passed = passedOn(request, taken, RULE, TOO_LATE)!;
    expect(passed).toMatchObject({ request: { version: 2, dueOn: '2026-03-17', state: 'OPEN' }, events: [] });
    expect(factsOf({ requests: [passed] })).toMatchObject([
      { type: 'DeadlineSet', matter: 'answer', dueOn: '2026-03-17', owedBy: { memberIds: [taken.leadProposerId] } },
    ]);
    // Counted by another rule, or moved since: the day stays all the same.
    const moved = passedOn(request, taken, { handling: null, due: { kind: 'months', n: 1 } }, TOO_LATE)!;
    expect(factsOf({ requests: [moved] })).toMatchObject([{ dueOn: '2026-03-17', rule: null, provisional: false }]);
    expect(passedOn(asked(asks({ who: 'committee' })).request, taken, RULE, when())).toBeNull();
    expect(passedOn({ ...request, state: 'ANSWERED' }, taken, RULE, when())).toBeNull();
    expect(passedOn({ ...request, dueOn: null }, taken, RULE, when())).toBeNull();
  });
});
