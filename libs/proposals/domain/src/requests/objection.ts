import { type CivilDate, dueDate } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import type { HandlingInMatter, HandlingPolicy } from '../handling/policy.js';
import { assertNoLead, reassigned } from '../handling/rerouting.js';
import { leadProposer, leadUnit } from '../proposal/authority.js';
import { roundUnderWay } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type HandlingRequestKind } from '../vocabulary/vocabulary.js';
import { aboutHandling, type HandlingRequestRule } from './about-handling.js';
import type { RequestRule } from './request-rule.js';
import type { Wish } from './request.js';
import { dateIn, idIn, isUnsaid } from './wishes.js';

/** What may not be done with the work, nor asked about it, while it is open who does it, or with whom. */
export const UNTIL_ROUTED: RequestRule['blocks'] = [
  'acknowledge',
  'reply',
  'objection',
  'add-unit',
  'extension',
  'clarification',
  'routing-objection',
];

/** The last day on which somebody may object to an assignment (退办期限), counted from it. */
export function objectionUntil(
  { handling: { assigned } }: Pick<HandlingInMatter, 'handling'>,
  { call, calendar }: PolicyContext,
): CivilDate {
  return dueDate(call.settings.objectionWithin, calendar.dayOf(assigned.at), calendar).dueOn;
}

/** Null within the period, once since the assignment, and before the first reply; otherwise the refusal. */
export function objectable(kind: HandlingRequestKind, matter: HandlingInMatter, context: PolicyContext): DomainError | null {
  const { handling } = matter;
  if (roundUnderWay(handling) > 1) return ProposalErrors.wrongState(kind, handling.state);
  if (handling.asked.some((one) => one.kind === kind)) return ProposalErrors.askedAlready(kind);
  const until = objectionUntil(matter, context);
  return context.calendar.dayOf(context.at) > until ? ProposalErrors.objectionOver(until) : null;
}

const unitIdOf = (said: Wish): string => said['unitId'] as string;

/** Somebody finds the assignment wrong, and names another unit; the committee moves it there, or to a third, or upholds it. */
const objecting = (action: HandlingRequestKind, who: HandlingPolicy['who'], precondition: HandlingPolicy['precondition']): RequestRule =>
  aboutHandling({
    action,
    who,
    ...(precondition && { precondition }),
    isCounted: true,
    readWish: (sent) => ({ unitId: idIn(sent, 'unitId', 'wish') }),
    unitsIn: (said) => (isUnsaid(said, 'unitId') ? [] : [unitIdOf(said)]),
    assertWish: ({ handling }, wish, context) => assertNoLead(unitIdOf(wish), handling, context),
    owedBy: { who: 'committee' },
    due: ({ call }) => call.settings.reassignWithin,
    isReasonAsked: true,
    outcomes: ['REASSIGNED', 'RETAINED'],
    reasonedOutcomes: ['RETAINED'],
    isClockStopped: true,
    blocks: UNTIL_ROUTED,
    readTerms: (sent, wish) => ({
      unitId: isUnsaid(sent, 'unitId') ? unitIdOf(wish) : idIn(sent, 'unitId', 'terms'),
      dueOn: isUnsaid(sent, 'dueOn') ? null : dateIn(sent, 'dueOn', 'terms'),
    }),
    on: {
      REASSIGNED: (matter, { answered }, by, context) => {
        const terms = answered!.terms as { readonly unitId: string; readonly dueOn: CivilDate | null };
        return reassigned(matter, by, terms, context);
      },
    },
  } satisfies HandlingRequestRule);

/** The unit objects to its assignment (退办): it names the unit that it belongs to. */
export const OBJECTION = objecting('objection', leadUnit, (matter, _by, context) => objectable('objection', matter, context));

/** The proposer objects to the unit, where the call lets them (Shanghai 14). */
export const ROUTING_OBJECTION = objecting(
  'routing-objection',
  ({ proposal }, by) => leadProposer(proposal, by),
  (matter, _by, context) =>
    context.call.settings.proposerMayObjectToRouting
      ? objectable('routing-objection', matter, context)
      : ProposalErrors.requestNotOffered('routing-objection'),
);
