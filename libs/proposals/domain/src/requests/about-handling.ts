import type { DueRule } from '@plenum/calendar';
import { type HandlingInMatter, type HandlingPolicy, inMatter } from '../handling/policy.js';
import { type HandlingEffect, resumeClock, stopClock } from '../handling/stopping.js';
import { type Authority, handlesIt } from '../proposal/authority.js';
import { altered, type AskedKind, AWAITING_REPLY, type Handling, roundUnderWay } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import { cosignersOf, type Proposal } from '../proposal/proposal.js';
import type { HandlingRequestEvent } from '../proposal/proposal.events.js';
import type { HandlingRequestKind, RequestOutcome } from '../vocabulary/vocabulary.js';
import type { Party } from './party.js';
import type { AskedMatter, Effect, Request, Wish } from './request.js';
import type { RequestRule, SettledRequest } from './request-rule.js';

/** What an answer brings about on the work: what becomes of it, and other work that begins. */
export interface Ruling extends HandlingEffect {
  readonly begun?: Handling;
}

/** What is particular to a kind of request about the work of one unit; all of them are asked while its reply is owed. */
export interface HandlingRequestRule extends Pick<
  RequestRule,
  'readWish' | 'unitsIn' | 'isReasonAsked' | 'outcomes' | 'reasonedOutcomes' | 'readTerms' | 'silence' | 'isClockStopped' | 'blocks'
> {
  readonly action: HandlingRequestKind;
  readonly who: HandlingPolicy['who'];
  readonly precondition?: HandlingPolicy['precondition'];
  /** Whether it may be asked only so often, and asking is remembered with the work. */
  readonly isCounted: boolean;
  readonly assertWish?: (matter: HandlingInMatter, wish: Wish, context: PolicyContext) => void;
  readonly owedBy: Party;
  readonly due: (context: PolicyContext) => DueRule | null;
  /** What asking brings about besides what it does to the clock. */
  readonly onAsked?: (matter: HandlingInMatter, by: Authority, context: PolicyContext) => HandlingEffect;
  /** What an answer with this outcome brings about besides; an outcome left out brings about nothing. */
  readonly on?: Partial<
    Record<RequestOutcome, (matter: HandlingInMatter, settled: Request, by: Authority, context: PolicyContext) => Ruling>
  >;
}

/** The rule of a kind that is asked about the work of one unit, as every request has it. */
export function aboutHandling(rule: HandlingRequestRule): RequestRule {
  const { action, precondition, assertWish, on, onAsked, ...same } = rule;
  return {
    action,
    who: (asked, by, context) => rule.who(matterOf(asked), by, context),
    from: AWAITING_REPLY,
    ...(precondition && { precondition: (asked, by, context) => precondition(matterOf(asked), by, context) }),
    ...pickedFrom(same),
    askings: (proposal) => [{ proposal, owedBy: rule.owedBy }],
    isOpenTo: (_request, concerned, by, handling) => isConcerned([...concerned.values()], handling, by),
    onAsked: (asked, [request], _concerned, by, context) => {
      const matter = matterOf(asked);
      assertWish?.(matter, request!.asked.wish, context);
      const made = onAsked?.(matter, by, context) ?? NOTHING;
      const counted = rule.isCounted ? { asked: [...matter.handling.asked, askedOnce(action, matter.handling)] } : {};
      const stop = rule.isClockStopped ? stopClock(matter.handling, context) : NOTHING;
      const moved = { parts: { ...made.parts, ...counted, ...stop.parts }, events: [...made.events, ...stop.events] };
      return effect(`ask-${action}`, matter, moved, noted('HandlingRequestMade', request!, action));
    },
    onAnswered: (settled, by, context) => {
      const matter = workOf(settled);
      const ruling = by === null ? undefined : on?.[settled.settled.answered!.outcome]?.(matter, settled.settled, by, context);
      const fact = noted('HandlingRequestAnswered', settled.settled, action);
      return { requests: [], proposals: [effect(`answer-${action}`, matter, runningOn(rule, matter, settled, ruling, context), fact)] };
    },
    onTakenBack: (settled, _by, context) => {
      const matter = workOf(settled);
      const moved = runningOn(rule, matter, settled, undefined, context);
      return [effect(`take-back-${action}`, matter, moved, noted('HandlingRequestTakenBack', settled.settled, action))];
    },
  };
}

const NOTHING: HandlingEffect = { parts: {}, events: [] };

type Same = Omit<HandlingRequestRule, 'action' | 'precondition' | 'assertWish' | 'on' | 'onAsked'>;

const pickedFrom = ({ who: _who, owedBy: _owedBy, isCounted: _isCounted, ...same }: Same) => same;

/** What the ruling says, and the clock that runs on, but where the ruling sets another. */
function runningOn(
  { isClockStopped }: HandlingRequestRule,
  { handling }: HandlingInMatter,
  { settled }: SettledRequest,
  ruling: Ruling = NOTHING,
  context: PolicyContext,
): Ruling {
  if (!isClockStopped || ruling.parts.due) return ruling;
  const { answered, dueOn } = settled;
  const isSilent = answered !== null && answered.by === null && dueOn !== null;
  // Silence ends on its last day, however late somebody notices.
  const resume = resumeClock(handling, isSilent ? dueOn : context.calendar.dayOf(context.at), context);
  return { ...ruling, parts: { ...ruling.parts, ...resume.parts }, events: [...ruling.events, ...resume.events] };
}

function effect(
  action: string,
  { proposal, handling }: HandlingInMatter,
  { parts, events, begun }: Ruling,
  fact: HandlingRequestEvent,
): Effect {
  const changed = Object.keys(parts).length > 0 ? [altered(handling, parts)] : [];
  return { action, proposal, handlings: [...changed, ...(begun ? [begun] : [])], events: [fact, ...events] };
}

const noted = (type: HandlingRequestEvent['type'], { id: requestId, handlingId, answered }: Request, request: HandlingRequestKind) =>
  ({ type, handlingId: handlingId!, requestId, request, outcome: answered?.outcome ?? null }) as const;

/** The authors of the proposal, and the people of the units that have a part in the work. */
function isConcerned(proposals: readonly Proposal[], handling: Handling | null, by: Authority): boolean {
  const isAuthor = proposals.some((one) => one.leadProposerId === by.memberId || cosignersOf(one).includes(by.memberId));
  return isAuthor || (handling !== null && handlesIt([handling], by));
}

const askedOnce = (kind: HandlingRequestKind, handling: Handling): AskedKind => ({ kind, round: roundUnderWay(handling) });

const matterOf = ({ proposal, handling }: AskedMatter): HandlingInMatter => inMatter(proposal, handling!);

const workOf = ({ settled, concerned, handling }: SettledRequest): HandlingInMatter =>
  inMatter(concerned.get(settled.proposalId)!, handling!);
