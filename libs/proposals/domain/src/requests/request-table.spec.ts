import { civilDate } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import type { ProposalSettings } from '../call/settings.js';
import type { Authority } from '../proposal/authority.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { Proposal } from '../proposal/proposal.js';
import { emptyDesk } from '../proposal/reply-desk.js';
import { HANDLING_ID, aCall, aProposal, first, matterIn, of, when } from '../testing/a-proposal.js';
import { SECONDERS } from '../testing/people.js';
import { ROLES, cellsOf, sizeOf } from '../testing/roles.js';
import {
  HANDLING_REQUESTS,
  PROPOSAL_REQUESTS,
  REQUEST_ACTIONS,
  REQUEST_TABLE,
  type RequestAction,
  type RequestTurns,
  ROLE_NAMES,
  type Role,
  type Turn,
} from '../testing/state-tables.js';
import {
  HANDLING_STATES,
  type HandlingState,
  MATTER_STATES,
  type MatterState,
  REQUEST_KINDS,
  type RequestKind,
  type RequestOutcome,
} from '../vocabulary/vocabulary.js';
import { answer, type OpenRequest, takeBack } from './answering.js';
import { ask, askableKinds } from './asking.js';
import type { ConcernedProposals, Request, RequestsChange, RequestState } from './request.js';
import { REQUEST_RULES } from './request-rules.js';

type Named<K extends RequestKind> = readonly K[];
const OF_PROPOSAL = Object.keys(PROPOSAL_REQUESTS) as unknown as Named<keyof typeof PROPOSAL_REQUESTS>;
const OF_HANDLING = Object.keys(HANDLING_REQUESTS) as unknown as Named<keyof typeof HANDLING_REQUESTS>;
const TURNS: Readonly<Record<RequestKind, RequestTurns<string>>> = { ...PROPOSAL_REQUESTS, ...HANDLING_REQUESTS };
const REQUEST_STATES = Object.keys(REQUEST_TABLE) as readonly RequestState[];

/** A call that offers each kind, and what must have come before it. */
const OFFERED: Partial<Record<RequestKind, Partial<ProposalSettings>>> = {
  'routing-objection': { proposerMayObjectToRouting: true },
  'sign-off': { beforeReply: ['head-sign-off'], leaderSignOff: 'on-reply' },
  'committee-audit': { beforeReply: ['committee-audit'], leaderSignOff: 'none' },
};
const WISHES: Partial<Record<RequestKind, Readonly<Record<string, unknown>>>> = {
  'merge-consent': { childIds: ['child'] },
  objection: { unitId: 'unit-of-another' },
  'routing-objection': { unitId: 'unit-of-another' },
  'add-unit': { unitId: 'unit-of-another', role: 'assisting' },
  extension: { dueOn: civilDate('2026-07-10') },
  'assisting-opinion': { round: 1, draft: null },
  countersign: { round: 1, draft: 1 },
  'sign-off': { round: 1, draft: 1 },
  'committee-audit': { round: 1, draft: 1 },
};
const OUTCOMES: Readonly<Record<RequestKind, RequestOutcome>> = {
  'merge-consent': 'CONSENTED',
  reconsideration: 'FILED',
  'withdrawal-consent': 'CONSENTED',
  objection: 'RETAINED',
  'add-unit': 'GRANTED',
  extension: 'GRANTED',
  clarification: 'CLARIFIED',
  'routing-objection': 'REASSIGNED',
  'assisting-opinion': 'GIVEN',
  countersign: 'CONSENTED',
  'sign-off': 'CONSENTED',
  'committee-audit': 'CONSENTED',
};
const TERMS: Partial<Record<RequestKind, object>> = { objection: { unitId: null }, 'routing-objection': { unitId: null } };

const DRAFT = { round: 1, number: 1, version: 1, by: 'handler', at: when().at };
const CHILD = { ...aProposal().submitted().proposal(), id: 'child' };
/** Of another, who seconded this one too. */
const OTHERS = { proposalId: 'another', authorIds: [SECONDERS[0]!.memberId], seconderIds: [] };

interface Staged {
  readonly proposal: Proposal;
  readonly handling: ReturnType<typeof first>['handling'] | null;
  readonly concerned: ConcernedProposals;
  readonly context: PolicyContext;
}

/** The matter of a kind in this state, under a call that offers it. */
function staged(kind: RequestKind, state: MatterState | HandlingState): Staged {
  const matter = matterIn[state === 'ENDED' ? 'CLOSED' : state]();
  const context = {
    ...of(matter, when(undefined, aCall(OFFERED[kind] ?? {}))),
    desks: [{ ...emptyDesk(HANDLING_ID), draft: DRAFT, signers: ['head', 'leader'] as const }],
  };
  const proposal = kind === 'withdrawal-consent' ? { ...matter.proposal, merged: [OTHERS] } : matter.proposal;
  const concerned = new Map([[proposal.id, proposal], ...(kind === 'merge-consent' ? ([[CHILD.id, CHILD]] as const) : [])]);
  return { proposal, handling: kind in HANDLING_REQUESTS ? first(matter).handling : null, concerned, context };
}

function asked(kind: RequestKind, { proposal, handling, concerned, context }: Staged, by: Authority): RequestsChange {
  let made = 0;
  const wanted = { reason: 'For a reason.', wish: WISHES[kind] ?? {}, nextId: () => `request-${made++}`, ...(handling && { handling }) };
  return ask(REQUEST_RULES[kind], proposal, by, wanted, concerned, context);
}

const holds = ({ of: turn, likewise = [] }: Turn, role: Role): boolean => role === turn || likewise.includes(role);
const somebody = ({ of: turn }: Turn): Authority => ROLES[turn];

/** What was asked at once, and is in this state, where it may be asked. */
function batchIn(kind: RequestKind, state: RequestState): { readonly open: (nth: number) => OpenRequest; readonly its: Staged } {
  const { from, ask: askers } = TURNS[kind];
  const its = staged(kind, from[0] as MatterState | HandlingState);
  const batch = asked(kind, its, somebody(askers)).requests.map(({ request }) => request);
  const said = { by: 'somebody', at: its.context.at, outcome: OUTCOMES[kind], reason: null };
  const settled = batch.map((one): Request => ({ ...one, state, ...(state === 'ANSWERED' && { answered: said }) }));
  const open = (nth: number): OpenRequest => ({
    rule: REQUEST_RULES[kind],
    request: settled[nth]!,
    batch: settled,
    concerned: its.concerned,
    handling: its.handling,
  });
  return { open, its };
}

/** What comes of trying it on each of a batch: where somebody owes the answer to one of them, they give that one. */
function attempted(
  kind: RequestKind,
  state: RequestState,
  action: RequestAction,
  by: Authority,
): readonly (RequestsChange | DomainError)[] {
  const { open, its } = batchIn(kind, state);
  const said = { outcome: OUTCOMES[kind], reason: 'For a reason.', terms: TERMS[kind] ?? null };
  return open(0).batch.map((_, nth) => {
    try {
      return action === 'answer' ? answer(open(nth), by, said, its.context) : takeBack(open(nth), by, its.context);
    } catch (refused) {
      return refused as DomainError;
    }
  });
}

const isDone = (one: RequestsChange | DomainError): one is RequestsChange => 'requests' in one;

/** One table of asking: refused to who may not, and to who may where the matter is elsewhere; offered by the same rules. */
function asksAsInTable<S extends MatterState | HandlingState>(kinds: readonly RequestKind[], states: readonly S[]): void {
  it.each(cellsOf(states, kinds))('%s: ask %s by %s', (state, kind, role) => {
    const { ask: askers, from } = TURNS[kind];
    const its = staged(kind, state);
    const isTurn = holds(askers, role);
    const isAllowed = isTurn && from.includes(state);
    if (isAllowed) {
      const { requests } = asked(kind, its, ROLES[role]);
      expect(requests.map(({ request }) => [request.kind, request.state])).toEqual(requests.map(() => [kind, 'OPEN']));
      expect(requests.length).toBeGreaterThan(0);
    } else {
      const refusal = isTurn ? { code: 'proposals.wrong-state' } : { kind: 'forbidden' };
      expect(() => asked(kind, its, ROLES[role])).toThrow(expect.objectContaining(refusal));
    }
    expect(askableKinds(REQUEST_RULES, its.proposal, ROLES[role], its.context, its.handling).includes(kind)).toBe(isAllowed);
  });
}

describe(`the table of asking about a proposal, ${sizeOf(MATTER_STATES, OF_PROPOSAL)}`, () => {
  asksAsInTable(OF_PROPOSAL, MATTER_STATES);
});

describe(`the table of asking about the work of a unit, ${sizeOf(HANDLING_STATES, OF_HANDLING)}`, () => {
  asksAsInTable(OF_HANDLING, HANDLING_STATES);
});

describe.each(REQUEST_KINDS)(`the table of a request, ${sizeOf(REQUEST_STATES, REQUEST_ACTIONS)}: %s`, (kind) => {
  it.each(cellsOf(REQUEST_STATES, REQUEST_ACTIONS))('%s: %s by %s', (state, action, role) => {
    const turn = action === 'answer' ? TURNS[kind].answer : TURNS[kind].ask;
    const next = holds(turn, role) ? REQUEST_TABLE[state][action] : undefined;
    const results = attempted(kind, state, action, ROLES[role]);
    const done = results.filter(isDone);
    if (next) {
      expect(done.length).toBeGreaterThan(0);
      for (const { requests } of done) expect(requests[0]!.request).toMatchObject({ state: next, version: 2 });
    } else {
      expect(done).toEqual([]);
      const refusal = holds(turn, role) ? { code: 'proposals.request-settled' } : { kind: 'forbidden' };
      expect(results).toContainEqual(expect.objectContaining(refusal));
    }
  });
});

describe('the tables of requests', () => {
  it('have every kind, each answered by somebody', () => {
    expect([...OF_PROPOSAL, ...OF_HANDLING].sort()).toEqual([...REQUEST_KINDS].sort());
    for (const kind of REQUEST_KINDS) expect(ROLE_NAMES.some((role) => holds(TURNS[kind].answer, role))).toBe(true);
  });
});
