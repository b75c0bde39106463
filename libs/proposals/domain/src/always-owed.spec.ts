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
import { reply } from './replying/reply.js';
import { decide } from './review/presidium.js';
import { review } from './review/review.js';
import type { Authority } from './proposal/authority.js';
import { AWAITING_REPLY, type Handling, latestReply, type Rating, roundUnderWay } from './proposal/handling.js';
import { matterAfter, matterState, type ProposalMatter } from './proposal/matter.js';
import type { PolicyContext } from './proposal/policy.js';
import type { Change } from './proposal/proposal.js';
import type { DeadlineSetEvent } from './proposal/proposal.events.js';
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
  readonly gone: readonly string[];
  readonly at: Date;
  readonly call: PolicyContext['call'];
}

const begin = (settings: Partial<ProposalSettings>): World => {
  const call = aCall(settings);
  const { proposal } = draft({ id: 'proposal', content: CONTENT }, LEAD, call, IN_TIME);
  return { matter: { proposal, handlings: [] }, ratings: [], deadlines: new Map(), gone: [], at: IN_TIME, call };
};
const contextOf = ({ matter, at, call }: World): PolicyContext => of(matter, when(at, call));
const ratingsOf = ({ ratings }: World, { id, replies }: Handling): readonly Rating[] =>
  ratings.filter(({ handlingId, round }) => handlingId === id && round === replies.length);

/** The world after a change; as it was where the change is refused, and whatever is no refusal is a fault. */
function tried(world: World, change: () => Change | null): World {
  let made: Change | null;
  try {
    made = change();
  } catch (refusal) {
    if (refusal instanceof DomainError) return world;
    throw refusal;
  }
  if (made === null) return world;
  const deadlines = new Map(world.deadlines);
  for (const event of made.events) {
    if (event.type === 'DeadlineSet') deadlines.set(`${event.about.id} ${event.matter} ${event.round}`, event);
    if (event.type === 'DeadlineMet') deadlines.delete(`${event.about.id} ${event.matter} ${event.round}`);
  }
  return {
    ...world,
    matter: matterAfter(world.matter, made),
    ratings: made.rating ? [...world.ratings, made.rating] : world.ratings,
    deadlines,
  };
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

const command: fc.Arbitrary<Command> = fc.oneof(
  of1(({ matter }, by, c) => invite(matter.proposal, by, SECONDERS, c)),
  of1(({ matter }, by, c) => second(matter.proposal, by, c)),
  of1(({ matter }, by, c) => decline(matter.proposal, by, c)),
  of1(({ matter }, by, c) => submit(matter.proposal, by, c)),
  of1(({ matter }, by, c) => withdraw(matter.proposal, by, 'Solved.', c)),
  of1(({ matter }, by, c) => takeLead(matter.proposal, by, c)),
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
    const of = (name: 'reply' | 'feedback', round: number) => deadlines.get(`${handling.id} ${name} ${round}`);
    const open = [...deadlines.keys()].filter((key) => key.startsWith(`${handling.id} `));
    if (AWAITING_REPLY.includes(handling.state)) {
      expect(of('reply', roundUnderWay(handling))).toMatchObject({ dueOn: handling.due.dueOn, owedBy: { unitId: handling.leadUnitId } });
      expect(open).toHaveLength(1);
    } else if (handling.askedToRate !== null) {
      const { round, feedbackDueOn } = latestReply(handling)!;
      expect(of('feedback', round)).toMatchObject({ dueOn: feedbackDueOn, owedBy: { memberIds: handling.askedToRate } });
      expect(open).toHaveLength(1);
    } else expect(open).toEqual([]);
  }
  if (OVER.includes(state)) expect(deadlines.size).toBe(0);
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
    fc.assert(
      fc.property(settings, fc.nat(WAY.length), fc.array(command, { minLength: 10, maxLength: 40 }), (chosen, far, commands) => {
        let world = begin(chosen);
        for (const take of [...WAY.slice(0, far), ...commands]) {
          world = take(world);
          assertOwed(world);
          reached.add(matterState(world.matter));
        }
      }),
      { numRuns: 100, seed: 20_261_130 },
    );
    for (const state of ['WITHDRAWN', 'IN_PROGRESS', 'REPLIED', 'RATED', 'ESCALATED', 'CLOSED'] as const) expect(reached).toContain(state);
  });
});
