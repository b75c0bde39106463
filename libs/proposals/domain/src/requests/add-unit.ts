import type { CivilDate } from '@plenum/calendar';
import { assertNoLead, assertNoUnit, assisted, separated } from '../handling/rerouting.js';
import { leadUnit } from '../proposal/authority.js';
import { ADDED_UNIT_ROLES, type AddedUnitRole } from '../vocabulary/vocabulary.js';
import { aboutHandling } from './about-handling.js';
import { objectable, UNTIL_ROUTED } from './objection.js';
import type { RequestRule } from './request-rule.js';
import type { Wish } from './request.js';
import { dateIn, idIn, isUnsaid, wordIn } from './wishes.js';

interface Added {
  readonly unitId: string;
  readonly role: AddedUnitRole;
}

const addedIn = (said: Wish): Added => said as unknown as Added;

/**
 * The lead unit accepts the assignment and asks for another unit beside it (DOMAIN 5, OBJECTED): one that assists it, or one that answers
 * for itself. Within the period of objections.
 */
export const ADD_UNIT: RequestRule = aboutHandling({
  action: 'add-unit',
  who: leadUnit,
  precondition: (matter, _by, context) => objectable('add-unit', matter, context),
  isCounted: true,
  readWish: (sent) => ({ unitId: idIn(sent, 'unitId', 'wish'), role: wordIn(sent, 'role', ADDED_UNIT_ROLES, 'wish') }),
  unitsIn: (said) => (isUnsaid(said, 'unitId') ? [] : [addedIn(said).unitId]),
  assertWish: ({ handling }, wish, context) => {
    const { unitId, role } = addedIn(wish);
    assertNoUnit(unitId, [handling]);
    if (role === 'separate') assertNoLead(unitId, handling, context);
  },
  owedBy: { who: 'committee' },
  due: ({ call }) => call.settings.reassignWithin,
  isReasonAsked: true,
  outcomes: ['GRANTED', 'REFUSED'],
  reasonedOutcomes: ['REFUSED'],
  isClockStopped: true,
  blocks: UNTIL_ROUTED,
  readTerms: (sent, wish) => ({
    unitId: addedIn(wish).unitId,
    role: isUnsaid(sent, 'role') ? addedIn(wish).role : wordIn(sent, 'role', ADDED_UNIT_ROLES, 'terms'),
    dueOn: isUnsaid(sent, 'dueOn') ? null : dateIn(sent, 'dueOn', 'terms'),
  }),
  onAsked: ({ handling }, by, { at }) =>
    handling.acknowledged
      ? { parts: {}, events: [] }
      : {
          parts: { state: 'IN_PROGRESS', acknowledged: { by: by.memberId, at } },
          events: [{ type: 'AssignmentAcknowledged', handlingId: handling.id }],
        },
  on: {
    GRANTED: (matter, { id, answered }, by, context) => {
      const { role, ...other } = answered!.terms as unknown as Added & { readonly dueOn: CivilDate | null };
      if (role === 'assisting') return assisted(matter, other.unitId);
      const { handling: begun, events } = separated(matter, by, id, other, context); // Under the id of what it came of.
      return { parts: {}, events, begun };
    },
  },
});
