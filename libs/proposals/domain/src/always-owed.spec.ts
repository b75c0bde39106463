import { DomainError } from '@plenum/kernel';
import fc from 'fast-check';
import { allowedActions, allowedHandlingActions } from './allowed-actions.js';
import type { ProposalSettings } from './call/settings.js';
import { end } from './feedback/ending.js';
import { recordMeeting } from './feedback/meeting.js';
import { rate } from './feedback/rating.js';
import { explainSilence, settleFeedback } from './feedback/silence.js';
import { draft } from './filing/drafting.js';
import { takeLead } from './filing/lead.js';
import { decline, invite, second } from './filing/seconding.js';
import { submit, withdraw } from './filing/submission.js';
import { acknowledge, assign } from './handling/assignment.js';
import { inMatter } from './handling/policy.js';
import { logContact } from './replying/contacts.js';
import { reply } from './replying/reply.js';
import { decide } from './review/presidium.js';
import { review } from './review/review.js';
import type { Authority } from './proposal/authority.js';
import { AWAITING_REPLY, type Handling, latestReply, type Rating, roundUnderWay } from './proposal/handling.js';
import { matterAfter, matterState, type ProposalMatter } from './proposal/matter.js';
import type { PolicyContext } from './proposal/policy.js';
import type { Change } from './proposal/proposal.js';
import type { DeadlineMetEvent, DeadlineSetEvent, ProposalEvent } from './proposal/proposal.events.js';
import { passedOn } from './requests/answer-deadline.js';
import { answer, type OpenRequest, settleSilence, takeBack, takenBack } from './requests/answering.js';
import { ask } from './requests/asking.js';
import type { Request, RequestsChange } from './requests/request.js';
import { obstaclesOf, pointless, REQUEST_RULES } from './requests/request-rules.js';
import { ANSWER, aCall, CONTENT, IN_TIME, of, UNFAIR, when } from './testing/a-proposal.js';
import { COMMITTEE, FINANCE, HANDLER, LEAD, LOGISTICS, PRESIDIUM, SECONDERS, someone } from './testing/people.js';
import { PRESIDIUM_OUTCOMES, REVIEW_OUTCOMES, type MatterState } from './vocabulary/vocabulary.js';

const OTHER_HANDLER = someone('other handler', { handles: [FINANCE] });
const EVERYBODY: readonly Authority[] = [LEAD, ...SECONDERS, COMMITTEE, PRESIDIUM, HANDLER, OTHER_HANDLER];
/** Of these nobody owes anything any more. */
const OVER: readonly MatterState[] = ['MERGED', 'NOT_FILED', 'WITHDRAWN', 'CLOSED'];
const DAY_MS = 86_400_000;

/** A matter with all that a service keeps beside it: the deadlines that run, by what they are about, and the ratings. */
interface World {
  readonly matter: ProposalMatter;
  readonly ratings: readonly Rating[];
  readonly deadlines: ReadonlyMap<string, DeadlineSetEvent>;
  readonly requests: ReadonlyMap<string, Request>;
  readonly gone: readonly string[];
  readonly at: Date;
  readonly call: PolicyContext['call'];
}

const begin = (settings: Partial<ProposalSettings>): World => {
  const call = aCall(settings);
  const { proposal } = draft({ id: 'proposal', content: CONTENT }, LEAD, call, IN_TIME);
  return { matter: { proposal, handlings: [] }, ratings: [], deadlines: new Map(), requests: new Map(), gone: [], at: IN_TIME, call };
};
const contextOf = ({ matter, at, call, requests }: World): PolicyContext => ({
  ...of(matter, when(at, call)),
  obstacles: obstaclesOf([...requests.values()]),
});
const ratingsOf = ({ ratings }: World, { id, replies }: Handling): readonly Rating[] =>
  ratings.filter(({ handlingId, round }) => handlingId === id && round === replies.length);

/** What a change answers; null where it is refused, and whatever is no refusal is a fault. */
function attempted<T>(change: () => T | null): T | null {
  try {
    return change();
  } catch (refusal) {
    if (refusal instanceof DomainError) return null;
    throw refusal;
  }
}

function kept(world: World, facts: readonly (ProposalEvent | DeadlineSetEvent | DeadlineMetEvent)[]): World['deadlines'] {
  const deadlines = new Map(world.deadlines);
  const RUNS = ['DeadlineSet', 'DeadlineStopped', 'DeadlineResumed', 'DeadlineExtended'];
  for (const event of facts) {
    if (!('matter' in event)) continue;
    const key = `${event.about.id} ${event.matter} ${event.round}`;
    if (RUNS.includes(event.type)) deadlines.set(key, event as DeadlineSetEvent);
    if (event.type === 'DeadlineMet') deadlines.delete(key);
  }
  return deadlines;
}

/** The world with requests as they are now. */
const withRequests = (world: World, changes: RequestsChange['requests']): World => ({
  ...world,
  requests: new Map([...world.requests, ...changes.map(({ request }) => [request.id, request] as const)]),
  deadlines: kept(
    world,
    changes.flatMap(({ deadlines }) => deadlines.map(({ fact }) => fact)),
  ),
});

/** The world after a change; what was asked about work that went on is taken back, as the service does. */
function changed(world: World, made: Change): World {
  const after = {
    ...world,
    matter: matterAfter(world.matter, made),
    ratings: made.rating ? [...world.ratings, made.rating] : world.ratings,
    deadlines: kept(world, made.events),
  };
  const { proposal, handlings } = after.matter;
  const requests = [...after.requests.values()];
  return handlings.reduce(
    (sofar, one) => withRequests(sofar, takenBack(pointless(requests, one), new Map([[proposal.id, proposal]]), one)),
    after,
  );
}

/** As it was where the change is refused. */
function tried(world: World, change: () => Change | null): World {
  const made = attempted(change);
  return made === null ? world : changed(world, made);
}

/** The same of what is asked and answered. */
function triedRequests(world: World, change: () => RequestsChange | null): World {
  const made = attempted(change);
  return made === null ? world : made.proposals.reduce(changed, withRequests(world, made.requests));
}

const NAMED = '0197a2b8-0000-7000-8000-000000000009';
const ASKED = ['objection', 'extension', 'clarification', 'assisting-opinion', 'countersign', 'reconsideration'] as const;
const WISH = { unitId: NAMED, dueOn: '2026-07-31', round: 1, draft: 1 };

function asking(world: World, kind: (typeof ASKED)[number], by: Authority): World {
  const { proposal, handlings } = world.matter;
  const [handling] = handlings;
  if (kind !== 'reconsideration' && !handling) return world;
  const rule = REQUEST_RULES[kind];
  let made = world.requests.size;
  const what = { reason: 'So.', wish: rule.readWish(WISH), nextId: () => `request ${made++}` };
  const about = kind === 'reconsideration' ? what : { ...what, handling: handling! };
  return triedRequests(world, () => ask(rule, proposal, by, about, new Map([[proposal.id, proposal]]), contextOf(world)));
}

/** What is done with one of the open requests. */
function settling(world: World, nth: number, settle: (open: OpenRequest, context: PolicyContext) => RequestsChange | null): World {
  const still = [...world.requests.values()].filter(({ state }) => state === 'OPEN');
  const request = still[nth % Math.max(1, still.length)];
  if (!request) return world;
  const { proposal, handlings } = world.matter;
  const batch = [...world.requests.values()].filter(({ batchId }) => batchId === request.batchId);
  const handling = handlings.find(({ id }) => id === request.handlingId) ?? null;
  const open = { rule: REQUEST_RULES[request.kind], request, batch, concerned: new Map([[proposal.id, proposal]]), handling };
  return triedRequests(world, () => settle(open, contextOf(world)));
}

type Command = (world: World) => World;
const onProposal =
  (take: (world: World, by: Authority, context: PolicyContext) => Change) =>
  (by: Authority): Command =>
  (world) =>
    tried(world, () => take(world, { ...by, gone: world.gone }, contextOf(world)));
const onHandling =
  (take: (world: World, nth: Handling, by: Authority, context: PolicyContext) => Change | null) =>
  (by: Authority, nth: number): Command =>
  (world) => {
    const handling = world.matter.handlings[nth % Math.max(1, world.matter.handlings.length)];
    return handling ? tried(world, () => take(world, handling, { ...by, gone: world.gone }, contextOf(world))) : world;
  };

const GRADE = fc.constantFrom('SATISFIED' as const, 'BASICALLY' as const, 'DISSATISFIED' as const);
const whoever = fc.constantFrom(...EVERYBODY);
const nth = fc.nat(1);
const of1 = (take: Parameters<typeof onProposal>[0]) => whoever.map(onProposal(take));
/** By whoever it is the turn of, as often as by anybody. */
const of2 = (turn: Authority, take: Parameters<typeof onHandling>[0]) =>
  fc.tuple(fc.oneof(fc.constant(turn), whoever), nth).map(([by, which]) => onHandling(take)(by, which));

/** What is asked of somebody about the matter, and becomes of it. */
const request: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(fc.constantFrom(...ASKED), fc.oneof(fc.constant(HANDLER), whoever)).map(
    ([kind, by]): Command =>
      (world) =>
        asking(world, kind, by),
  ),
  fc.tuple(nth, fc.constantFrom(COMMITTEE, LEAD, OTHER_HANDLER), fc.nat(2)).map(
    ([which, by, outcome]): Command =>
      (world) =>
        settling(world, which, (open, c) =>
          answer(open, by, { outcome: open.rule.outcomes[outcome % open.rule.outcomes.length]!, reason: 'So.' }, c),
        ),
  ),
  fc.tuple(nth, fc.oneof(fc.constant(HANDLER), whoever)).map(
    ([which, by]): Command =>
      (world) =>
        settling(world, which, (open, c) => takeBack(open, by, c)),
  ),
  nth.map(
    (which): Command =>
      (world) =>
        settling(world, which, settleSilence),
  ),
);

const step: fc.Arbitrary<Command> = fc.oneof(
  of1(({ matter }, by, c) => invite(matter.proposal, by, SECONDERS, c)),
  of1(({ matter }, by, c) => second(matter.proposal, by, c)),
  of1(({ matter }, by, c) => decline(matter.proposal, by, c)),
  of1(({ matter }, by, c) => submit(matter.proposal, by, c)),
  of1(({ matter }, by, c) => withdraw(matter.proposal, by, 'Solved.', c)),
  whoever.map((by): Command => (world) => {
    const taken = attempted(() => takeLead(world.matter.proposal, { ...by, gone: world.gone }, contextOf(world)));
    if (taken === null) return world;
    const { handlings } = world.matter;
    const inherited = [...world.requests.values()].flatMap((one) => {
      const handling = handlings.find(({ id }) => id === one.handlingId) ?? null;
      return passedOn(one, taken.proposal, { handling, due: REQUEST_RULES[one.kind].due(contextOf(world)) }, contextOf(world)) ?? [];
    });
    return changed(withRequests(world, inherited), taken);
  }),
  fc
    .constantFrom(...REVIEW_OUTCOMES)
    .map((outcome) => onProposal(({ matter }, by, c) => review(matter.proposal, by, { outcome, reason: 'So.' }, c))(COMMITTEE)),
  fc
    .constantFrom(...PRESIDIUM_OUTCOMES)
    .map((outcome) => onProposal(({ matter }, by, c) => decide(matter.proposal, by, { outcome, reason: 'So.' }, c))(PRESIDIUM)),
  fc.boolean().map((isSeparate) =>
    onProposal(({ matter }, by, c) => {
      const one = { handlingId: 'one', leadUnitId: LOGISTICS, assistingUnitIds: isSeparate ? [] : [FINANCE] };
      const two = { handlingId: 'two', leadUnitId: FINANCE, assistingUnitIds: [] };
      return assign(matter.proposal, by, isSeparate ? [one, two] : [one], c);
    })(COMMITTEE),
  ),
  of2(HANDLER, ({ matter }, it, by, c) => acknowledge(inMatter(matter.proposal, it), by, c)),
  of2(HANDLER, ({ matter }, it, by, c) =>
    logContact(
      inMatter(matter.proposal, it),
      by,
      { id: 'contact', contactedOn: c.calendar.dayOf(c.at), way: 'PHONE', who: 'Mr Hu', noted: 'Agreed.' },
      c,
    ),
  ),
  of2(HANDLER, ({ matter }, it, by, c) => reply(inMatter(matter.proposal, it), by, ANSWER, c)),
  fc
    .tuple(GRADE, GRADE)
    .chain(([attitude, result]) =>
      of2(LEAD, (world, it, by, c) =>
        rate(inMatter(world.matter.proposal, it), by, { attitude, result, comment: null }, ratingsOf(world, it), c),
      ),
    ),
  of2(LEAD, ({ matter }, it, by, c) => explainSilence(inMatter(matter.proposal, it), by, 'On leave.', c)),
  of2(COMMITTEE, ({ matter, at, call }, it, by, c) => {
    const metOn = when(at, call).calendar.dayOf(at);
    return recordMeeting(inMatter(matter.proposal, it), by, { metOn, present: ['lead'], minutes: 'Said.', outcome: 'PLANNED' }, c);
  }),
  fc
    .option(fc.constant('So.'))
    .chain((reason) => of2(COMMITTEE, ({ matter }, it, by, c) => end(inMatter(matter.proposal, it), by, { outcome: null, reason }, c))),
  of2(COMMITTEE, (world, it, _by, c) => settleFeedback(inMatter(world.matter.proposal, it), ratingsOf(world, it), c)),
  fc.integer({ min: 1, max: 25 }).map((days): Command => (world) => ({ ...world, at: new Date(world.at.getTime() + days * DAY_MS) })),
  fc.constant<Command>((world) => ({ ...world, gone: [...world.gone, world.matter.proposal.leadProposerId] })),
);

const command = fc.oneof({ weight: 3, arbitrary: step }, { weight: 1, arbitrary: request });

/** The usual way to a unit: how far a matter has come before anything may happen. */
const [DING, WU] = SECONDERS as [Authority, Authority];
const routing = { handlingId: 'one', leadUnitId: LOGISTICS, assistingUnitIds: [] };
const WAY: readonly Command[] = [
  onProposal(({ matter }, by, c) => invite(matter.proposal, by, SECONDERS, c))(LEAD),
  onProposal(({ matter }, by, c) => second(matter.proposal, by, c))(DING),
  onProposal(({ matter }, by, c) => second(matter.proposal, by, c))(WU),
  onProposal(({ matter }, by, c) => submit(matter.proposal, by, c))(LEAD),
  onProposal(({ matter }, by, c) => review(matter.proposal, by, { outcome: 'FILED', reason: null }, c))(COMMITTEE),
  onProposal(({ matter }, by, c) => assign(matter.proposal, by, [routing], c))(COMMITTEE),
  onHandling(({ matter }, it, by, c) => reply(inMatter(matter.proposal, it), by, ANSWER, c))(HANDLER, 0),
  onHandling((world, it, by, c) => rate(inMatter(world.matter.proposal, it), by, UNFAIR, ratingsOf(world, it), c))(LEAD, 0),
  onHandling(({ matter }, it, by, c) => reply(inMatter(matter.proposal, it), by, ANSWER, c))(HANDLER, 0),
  onHandling((world, it, by, c) => rate(inMatter(world.matter.proposal, it), by, UNFAIR, ratingsOf(world, it), c))(LEAD, 0),
];

/** So far on it work has begun. */
const ASSIGNED = 6;

/** Whoever may do something about it now: nobody of those who have left. */
function owners(world: World): readonly string[] {
  const { matter, gone } = world;
  const context = contextOf(world);
  const left = (by: Authority): Authority => ({ ...by, gone });
  const mayWork = (by: Authority) =>
    matter.handlings.some((it) => allowedHandlingActions(inMatter(matter.proposal, it), by, context).length > 0);
  const may = (by: Authority) => allowedActions(matter.proposal, by, context).length > 0 || mayWork(by);
  return EVERYBODY.filter(({ memberId }) => !gone.includes(memberId))
    .filter((by) => may(left(by)))
    .map(({ memberId }) => memberId);
}

/** What is still to happen by itself: the day on which the time for rating ends. */
const awaitsTime = ({ matter }: World): boolean => matter.handlings.some(({ askedToRate }) => askedToRate !== null);

function assertOwed(world: World): void {
  const { matter, deadlines } = world;
  const state = matterState(matter);
  for (const handling of matter.handlings) {
    const of = (name: 'reply' | 'contact' | 'feedback', round: number) => deadlines.get(`${handling.id} ${name} ${round}`);
    const open = [...deadlines.keys()].filter((key) => key.startsWith(`${handling.id} `));
    if (AWAITING_REPLY.includes(handling.state)) {
      expect(of('reply', roundUnderWay(handling))).toMatchObject({ dueOn: handling.due.dueOn, owedBy: { unitId: handling.leadUnitId } });
      const { contactDue, leadUnitId } = handling;
      if (contactDue) expect(of('contact', 1)).toMatchObject({ dueOn: contactDue.dueOn, owedBy: { unitId: leadUnitId } });
      expect(open).toHaveLength(contactDue ? 2 : 1);
    } else if (handling.askedToRate !== null) {
      const { round, feedbackDueOn } = latestReply(handling)!;
      expect(of('feedback', round)).toMatchObject({ dueOn: feedbackDueOn, owedBy: { memberIds: handling.askedToRate } });
      expect(open).toHaveLength(1);
    } else expect(open).toEqual([]);
  }
  const answers = [...deadlines.entries()].filter(([, { matter: of }]) => of === 'answer');
  const awaited = [...world.requests.values()].filter(({ state: of, dueOn }) => of === 'OPEN' && dueOn !== null);
  expect(answers.map(([key, { dueOn }]) => [key, dueOn]).sort()).toEqual(awaited.map(({ id, dueOn }) => [`${id} answer 1`, dueOn]).sort());
  for (const { id, owedBy } of awaited)
    if (owedBy.who === 'lead-proposer')
      expect(deadlines.get(`${id} answer 1`)?.owedBy).toEqual({ memberIds: [matter.proposal.leadProposerId] });
  if (OVER.includes(state)) expect(deadlines.size).toBe(answers.length);
  // What was never handed in is its writer's alone, and goes with them.
  else if (matter.proposal.submittedAt !== null) expect([state, owners(world).length > 0 || awaitsTime(world)]).toEqual([state, true]);
}

const settings: fc.Arbitrary<Partial<ProposalSettings>> = fc.record({
  ratedBy: fc.constantFrom('lead' as const, 'lead-and-joint' as const, 'each' as const),
  silencePolicy: fc.constantFrom('exclude' as const, 'explain' as const, 'deemed-satisfied' as const),
  maxRounds: fc.integer({ min: 2, max: 3 }),
  withdrawUntil: fc.constantFrom('assignment' as const, 'reply' as const),
});

describe('whatever is done, in whatever order', () => {
  it('a matter has somebody who can go on with it, and a deadline wherever something is owed, by those who owe it', () => {
    const reached = new Set<MatterState>();
    const contacts = new Set<boolean>();
    const settled = new Set<string>();
    fc.assert(
      fc.property(
        settings,
        fc.oneof(fc.nat(WAY.length), fc.constant(ASSIGNED)),
        fc.array(command, { minLength: 10, maxLength: 40 }),
        (chosen, far, commands) => {
          let world = begin(chosen);
          for (const take of [...WAY.slice(0, far), ...commands]) {
            world = take(world);
            for (const { contactDue } of world.matter.handlings) contacts.add(contactDue !== null);
            for (const { kind, state, dueOn } of world.requests.values())
              settled.add(`${kind} ${state} ${dueOn === null ? 'undated' : ''}`.trim());
            assertOwed(world);
            reached.add(matterState(world.matter));
          }
        },
      ),
      { numRuns: 100, seed: 20_261_130 },
    );
    for (const state of ['WITHDRAWN', 'IN_PROGRESS', 'REPLIED', 'RATED', 'ESCALATED', 'CLOSED'] as const) expect(reached).toContain(state);
    expect(contacts).toEqual(new Set([true, false]));
    for (const one of [
      'objection OPEN',
      'objection ANSWERED',
      'clarification ANSWERED',
      'clarification TAKEN_BACK',
      'extension OPEN undated',
    ])
      expect(settled).toContain(one);
  });
});
