import { type CivilDate, dueDate } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import { extendClock } from '../handling/stopping.js';
import { leadUnit } from '../proposal/authority.js';
import type { Handling } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { aboutHandling } from './about-handling.js';
import type { RequestRule } from './request-rule.js';
import type { Wish } from './request.js';
import { dateIn, isUnsaid } from './wishes.js';

const dueOnOf = (said: Wish): CivilDate => said['dueOn'] as CivilDate;

/**
 * The last day to which the call lets a reply be put off: so many months after its start in all, or after its first date. Null where it
 * has no date yet.
 */
export function extendableUntil({ due }: Pick<Handling, 'due'>, { call, calendar }: PolicyContext): CivilDate | null {
  if (due.dueOn === null) return null;
  const { counted, months } = call.settings.extensionLimit;
  const from = counted === 'in-all' ? due.startedOn : (due.extendedFrom ?? due.dueOn);
  return dueDate({ kind: 'months', n: months }, from, calendar).dueOn;
}

/** The lead unit asks for more time (延期), with a reason and before its time is over; its clock goes on meanwhile. */
export const EXTENSION: RequestRule = aboutHandling({
  action: 'extension',
  who: leadUnit,
  precondition: ({ handling }, _by, context) => extendable(handling, context),
  isCounted: false,
  readWish: (sent) => ({ dueOn: dateIn(sent, 'dueOn', 'wish') }),
  assertWish: ({ handling }, wish, context) => assertLater(handling, dueOnOf(wish), context),
  owedBy: { who: 'committee' },
  due: () => null,
  isReasonAsked: true,
  outcomes: ['GRANTED', 'REFUSED'],
  reasonedOutcomes: ['REFUSED'],
  isClockStopped: false,
  blocks: ['extension'],
  readTerms: (sent, wish) => ({ dueOn: isUnsaid(sent, 'dueOn') ? dueOnOf(wish) : dateIn(sent, 'dueOn', 'terms') }),
  on: {
    GRANTED: ({ handling }, { answered }, _by, context) => {
      const dueOn = dueOnOf(answered!.terms!);
      assertLater(handling, dueOn, context);
      if (dueOn < context.calendar.dayOf(context.at)) throw ProposalErrors.dueInThePast(dueOn);
      return extendClock(handling, dueOn, context);
    },
  },
});

function extendable(handling: Handling, context: PolicyContext): DomainError | null {
  const { dueOn } = handling.due;
  const latest = extendableUntil(handling, context);
  if (dueOn === null || latest === null) return ProposalErrors.dueDateUnknown();
  if (context.calendar.dayOf(context.at) > dueOn) return ProposalErrors.replyOverdue(dueOn);
  return latest > dueOn ? null : ProposalErrors.beyondExtension(latest);
}

function assertLater(handling: Handling, dueOn: CivilDate, context: PolicyContext): void {
  const [now, latest] = [handling.due.dueOn, extendableUntil(handling, context)];
  if (now === null || latest === null) throw ProposalErrors.dueDateUnknown();
  if (dueOn <= now) throw ProposalErrors.notALaterDay(now);
  if (dueOn > latest) throw ProposalErrors.beyondExtension(latest);
}
