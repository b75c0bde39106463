import { count, flag, id, instant, nullable, oneOf, shape, text } from '../shape.js';
import { DELEGATE_KINDS } from './vocabulary.js';

const ofSession = { organisationId: id, sessionId: id };

/** A session (次) of a term (届): its delegations and delegates, its opening, who is present. */
export const sessionEvents = {
  'congress.session-set-up.v1': shape({
    ...ofSession,
    termNo: count,
    sessionNo: count,
    title: text,
    opensAt: instant,
    closesAt: instant,
    quorum: shape({ num: count, den: count, inclusive: flag }),
  }),
  'congress.session-opened.v1': shape({ ...ofSession, openedAt: instant }),
  'congress.session-closed.v1': shape({ ...ofSession, closedAt: instant }),
  'congress.delegation-formed.v1': shape({ ...ofSession, delegationId: id, name: text, headMemberId: nullable(id) }),
  'congress.delegate-seated.v1': shape({ ...ofSession, memberId: id, delegationId: nullable(id), kind: oneOf(DELEGATE_KINDS) }),
  'congress.delegate-unseated.v1': shape({ ...ofSession, memberId: id }),
  /**
   * Somebody came or left. `by` noted it, the member or another hand, null where nobody's did; `late` where they came after the beginning.
   */
  'congress.attendance-changed.v2': shape({
    ...ofSession,
    memberId: id,
    present: flag,
    at: instant,
    by: nullable(id),
    late: flag,
    presentCount: count,
    entitled: count,
  }),
};
