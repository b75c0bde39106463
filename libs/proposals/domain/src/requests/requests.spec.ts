import { civilDate } from '@plenum/calendar';
import type { Authority } from '../proposal/authority.js';
import type { Proposal } from '../proposal/proposal.js';
import { aProposal, inState, IN_TIME, when } from '../testing/a-proposal.js';
import { COMMITTEE, FINANCE, HANDLER, LEAD, LOGISTICS, PRESIDIUM, SECONDERS, STRANGER } from '../testing/people.js';
import { answer, assertRequestCurrent, mayReadRequest, type OpenRequest, settleSilence, takeBack } from './answering.js';
import { ask, askableKinds } from './asking.js';
import type { Party } from './party.js';
import type { Request, RequestsChange } from './request.js';
import type { RequestRule } from './request-rule.js';
import { obstaclesOf, REQUEST_RULES } from './request-rules.js';

/** A kind as plain as one can be: the committee asks one party, with a wish of no shape. */
const PLAIN: RequestRule = {
  action: 'merge-consent',
  who: REQUEST_RULES['merge-consent'].who,
  from: ['SUBMITTED'],
  readWish: () => ({}),
  askings: (proposal) => [{ proposal, owedBy: { who: 'lead-proposer' } }],
  due: () => ({ kind: 'working-days', n: 5 }),
  isReasonAsked: true,
  outcomes: ['CONSENTED', 'REFUSED'],
  reasonedOutcomes: ['REFUSED'],
  isClockStopped: false,
  blocks: ['withdraw', 'merge-consent'],
  isOpenTo: () => false,
};
const of = (owedBy: Party): RequestRule => ({ ...PLAIN, askings: (proposal) => [{ proposal, owedBy }] });

const proposal = aProposal().submitted().proposal();
const concerned = new Map([[proposal.id, proposal]]);

const asked = (rule: RequestRule = PLAIN, by: Authority = COMMITTEE, reason: string | null = ' Alike. ', it: Proposal = proposal) => {
  let made = 0;
  return ask(rule, it, by, { reason, wish: {}, nextId: () => `request-${made++}` }, concerned, when());
};
const open = (rule: RequestRule = PLAIN): OpenRequest => {
  const batch = asked(rule).requests.map(({ request }) => request);
  return { rule, request: batch[0]!, batch, concerned };
};
const code = (codeOf: string) => expect.objectContaining({ code: codeOf });

describe('asking', () => {
  it('makes a request of each who owes an answer, with the day by which it is owed', () => {
    const { requests, proposals } = asked();
    expect(proposals).toEqual([]);
    expect(requests).toMatchObject([
      {
        request: {
          id: 'request-0',
          batchId: 'request-0',
          proposalId: 'proposal',
          concerns: ['proposal'],
          state: 'OPEN',
          owedBy: { who: 'lead-proposer' },
          dueOn: '2026-03-17',
          asked: { by: 'committee', at: IN_TIME, reason: 'Alike.', wish: {} },
          answered: null,
          version: 1,
        },
        events: [{ type: 'RequestMade', about: { subject: 'A canteen that opens late', docketNo: null, leadProposerId: 'lead' } }],
      },
    ]);
  });

  it('may be without a day', () => {
    expect(asked({ ...PLAIN, due: () => null }).requests[0]?.request.dueOn).toBeNull();
  });

  it('is refused to others, in other states, without the reason that its kind asks for, and while one is open', () => {
    expect(() => asked(PLAIN, LEAD)).toThrow(code('proposals.not-the-committee'));
    expect(() => asked(PLAIN, COMMITTEE, 'Alike.', inState.CLOSED())).toThrow(code('proposals.wrong-state'));
    expect(() => asked(PLAIN, COMMITTEE, ' ')).toThrow(code('proposals.reason-required'));
    expect(asked({ ...PLAIN, isReasonAsked: false }, COMMITTEE, ' ').requests[0]?.request.asked.reason).toBeNull();
    const context = { ...when(), obstacles: obstaclesOf([open().request]) };
    expect(context.obstacles).toMatchObject([{ kind: 'merge-consent', dueOn: '2026-03-17' }]);
    expect(() => ask(PLAIN, proposal, COMMITTEE, { reason: 'Alike.', wish: {}, nextId: () => 'x' }, concerned, context)).toThrow(
      code('proposals.request-open'),
    );
  });

  it('is offered by the same rules', () => {
    const rules = { ...REQUEST_RULES, 'merge-consent': PLAIN };
    expect(askableKinds(rules, proposal, COMMITTEE, when())).toEqual(['merge-consent']);
    expect(askableKinds(rules, proposal, LEAD, when())).toEqual([]);
    expect(askableKinds(rules, proposal, COMMITTEE, { ...when(), obstacles: obstaclesOf([open().request]) })).toEqual([]);
  });
});

describe('answering', () => {
  it('is for whoever is what owes the answer, now', () => {
    const parties: readonly (readonly [Party, Authority, string])[] = [
      [{ who: 'lead-proposer' }, LEAD, 'proposals.not-the-lead-proposer'],
      [{ who: 'committee' }, COMMITTEE, 'proposals.not-the-committee'],
      [{ who: 'member', memberId: 'ding' }, SECONDERS[0]!, 'proposals.not-asked'],
      [{ who: 'unit', unitId: LOGISTICS }, HANDLER, 'proposals.not-the-handling-unit'],
    ];
    for (const [party, by, refused] of parties) {
      const { requests } = answer(open(of(party)), by, { outcome: 'CONSENTED', reason: ' ' }, when());
      expect(requests).toMatchObject([
        {
          request: { state: 'ANSWERED', version: 2, answered: { by: by.memberId, at: IN_TIME, outcome: 'CONSENTED', reason: null } },
          events: [{ type: 'RequestAnswered' }],
        },
      ]);
      expect(() => answer(open(of(party)), STRANGER, { outcome: 'CONSENTED', reason: null }, when())).toThrow(code(refused));
    }
    expect(() => answer(open(of({ who: 'unit', unitId: FINANCE })), HANDLER, { outcome: 'CONSENTED', reason: null }, when())).toThrow(
      code('proposals.not-the-handling-unit'),
    );
  });

  it('is refused a second time, with a word that is none of its kind, and without a reason where one is needed', () => {
    const once = answer(open(), LEAD, { outcome: 'CONSENTED', reason: null }, when()).requests[0]!.request;
    expect(() => answer({ ...open(), request: once }, LEAD, { outcome: 'REFUSED', reason: 'No.' }, when())).toThrow(
      code('proposals.request-settled'),
    );
    expect(() => answer(open(), LEAD, { outcome: 'LAPSED', reason: null }, when())).toThrow(code('proposals.no-such-outcome'));
    expect(() => answer(open(), LEAD, { outcome: 'REFUSED', reason: ' ' }, when())).toThrow(code('proposals.reason-required'));
    expect(() => assertRequestCurrent(once, 1)).toThrow(code('proposals.outdated'));
  });

  it('brings about what its kind says', () => {
    const change: RequestsChange = { requests: [], proposals: [{ action: 'note', proposal, events: [] }] };
    const rule: RequestRule = { ...PLAIN, onAnswered: ({ settled }) => (settled.answered?.outcome === 'REFUSED' ? change : null) };
    expect(answer(open(rule), LEAD, { outcome: 'REFUSED', reason: 'No.' }, when()).proposals).toEqual(change.proposals);
    expect(answer(open(rule), LEAD, { outcome: 'CONSENTED', reason: null }, when()).proposals).toEqual([]);
  });
});

describe('silence', () => {
  const late = when(new Date('2026-03-17T16:00:00Z'));
  const quiet: RequestRule = { ...PLAIN, silence: () => 'LAPSED' };

  it('settles what its kind says once the last day is over', () => {
    expect(settleSilence(open(quiet), when(new Date('2026-03-17T15:59:59Z')))).toBeNull();
    expect(settleSilence(open(quiet), late)?.requests).toMatchObject([
      { request: { state: 'ANSWERED', answered: { by: null, outcome: 'LAPSED' } }, events: [{ type: 'RequestAnswered' }] },
    ]);
  });

  it('is not undone by taking back what it has answered, before anybody noticed', () => {
    expect(() => takeBack(open(quiet), COMMITTEE, late)).toThrow(code('proposals.request-settled'));
    expect(takeBack(open(), COMMITTEE, late).requests).toHaveLength(1);
  });

  it('means nothing elsewhere: an answer stays owed', () => {
    expect(settleSilence(open(), late)).toBeNull();
    expect(settleSilence(open({ ...quiet, due: () => null }), late)).toBeNull();
    expect(settleSilence({ ...open(quiet), request: { ...open(quiet).request, state: 'TAKEN_BACK' } }, late)).toBeNull();
  });
});

describe('taking back', () => {
  it('is for whoever may ask, while nobody has answered, and takes back what was asked with it', () => {
    const two: RequestRule = {
      ...PLAIN,
      askings: (it) => [LEAD, COMMITTEE].map(({ memberId }) => ({ proposal: it, owedBy: { who: 'member', memberId } })),
    };
    expect(takeBack(open(two), COMMITTEE, when())).toMatchObject({
      requests: [
        { request: { id: 'request-0', state: 'TAKEN_BACK', version: 2 }, events: [{ type: 'RequestTakenBack' }] },
        { request: { id: 'request-1', state: 'TAKEN_BACK', version: 2 }, events: [{ type: 'RequestTakenBack' }] },
      ],
      proposals: [],
    });
    expect(() => takeBack(open(), LEAD, when())).toThrow(code('proposals.not-the-committee'));
    const taken: Request = { ...open().request, state: 'TAKEN_BACK' };
    expect(() => takeBack({ ...open(), request: taken }, COMMITTEE, when())).toThrow(code('proposals.request-settled'));
  });
});

describe('a request', () => {
  it('is read by who asked, who owes the answer, the committee, and whom its kind opens it to', () => {
    const readers = [LEAD, COMMITTEE, PRESIDIUM, ...SECONDERS, HANDLER, STRANGER].filter((by) => mayReadRequest(open(), by));
    expect(readers).toEqual([LEAD, COMMITTEE, PRESIDIUM]);
    const kept = { ...[...open().concerned.values()][0]!, confidential: { reason: null, by: LEAD.memberId, at: when().at } };
    const ofKept = { ...open(), concerned: new Map([[kept.id, kept]]) };
    expect([LEAD, COMMITTEE, PRESIDIUM].filter((by) => mayReadRequest(ofKept, by))).toEqual([LEAD, COMMITTEE]);
    const [ding] = SECONDERS as [Authority, ...Authority[]];
    expect(mayReadRequest(open({ ...PLAIN, isOpenTo: (_request, _concerned, by) => by.memberId === 'ding' }), ding)).toBe(true);
    expect(
      mayReadRequest({ ...open(), request: { ...open().request, asked: { ...open().request.asked, by: 'stranger' } } }, STRANGER),
    ).toBe(true);
  });

  it('stands in the way of what its kind says while it is open', () => {
    expect(obstaclesOf([open().request, { ...open().request, state: 'ANSWERED' }])).toEqual([
      { kind: 'merge-consent', dueOn: civilDate('2026-03-17'), handlingId: null, blocks: REQUEST_RULES['merge-consent'].blocks },
    ]);
  });
});
