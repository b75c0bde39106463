import type { DomainError } from '@plenum/kernel';
import { leadUnit } from '../proposal/authority.js';
import { type Handling, roundUnderWay } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { aboutHandling } from './about-handling.js';
import { UNTIL_ROUTED } from './objection.js';
import type { RequestRule } from './request-rule.js';

/**
 * The lead unit asks the proposer what they mean. Its time stands until the answer, or the days of the call pass in silence; it may be
 * asked so often in a round as the call says (PROPOSALS 2).
 */
export const CLARIFICATION: RequestRule = aboutHandling({
  action: 'clarification',
  who: leadUnit,
  precondition: ({ handling }, _by, context) => clarifiable(handling, context),
  isCounted: true,
  readWish: () => ({}),
  owedBy: { who: 'lead-proposer' },
  due: ({ call }) => ({ kind: 'working-days', n: call.settings.clarificationWorkingDays }),
  isReasonAsked: true,
  outcomes: ['CLARIFIED'],
  reasonedOutcomes: ['CLARIFIED'],
  silence: () => 'LAPSED',
  isClockStopped: true,
  blocks: UNTIL_ROUTED,
});

function clarifiable(handling: Handling, { call, at, calendar }: PolicyContext): DomainError | null {
  const often = call.settings.clarificationsPerRound;
  if (often === 0) return ProposalErrors.requestNotOffered('clarification');
  const round = roundUnderWay(handling);
  const asked = handling.asked.filter((one) => one.kind === 'clarification' && one.round === round);
  if (asked.length >= often) return ProposalErrors.askedAlready('clarification');
  const { dueOn } = handling.due;
  return dueOn !== null && calendar.dayOf(at) > dueOn ? ProposalErrors.replyOverdue(dueOn) : null;
}
