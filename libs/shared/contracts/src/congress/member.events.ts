import { flag, id, instant, listOf, nullable, oneOf, shape, text } from '../shape.js';
import { MEMBER_STANDINGS } from './vocabulary.js';

/** A member as others need to know them: published anew, whole, on every change (ADR-0003). */
export const memberEvents = {
  'congress.member-registered.v2': shape({
    organisationId: id,
    memberId: id,
    staffNo: text,
    name: text,
    mail: nullable(text),
    unitId: nullable(id),
    active: flag,
    standing: oneOf(MEMBER_STANDINGS),
    /** Whether the member may elect, be elected and vote (R21): said once, by who keeps the members. */
    hasVote: flag,
  }),
  /** These sign-ins of a member are over: tokens of theirs no longer hold, though they have not expired. */
  'congress.sign-ins-ended.v1': shape({ organisationId: id, memberId: id, signInIds: listOf(id) }),
  /** Too many wrong passwords for this member from somewhere: told at most once a day. */
  'congress.sign-in-locked.v1': shape({ organisationId: id, memberId: id }),
  /** The secretariat lets a member try again. */
  'congress.sign-in-unlocked.v1': shape({ organisationId: id, memberId: id }),
  /** The secretariat gave a one-time code for this member's account: `givenBy` may sign in as the member until it is used. */
  'congress.sign-in-code-given.v1': shape({ organisationId: id, memberId: id, givenBy: nullable(id) }),
  /**
   * Somebody with a one-time code set the password. `madeBy` gave the code, null where it went to the member's address; `isFirst` where
   * there was no password before.
   */
  'congress.account-reset.v1': shape({ organisationId: id, memberId: id, madeBy: nullable(id), isFirst: flag, at: instant }),
  /** A member's mail address was added, replaced or removed by `changedBy`; `former` is told of it, too. */
  'congress.mail-changed.v1': shape({
    organisationId: id,
    memberId: id,
    former: nullable(text),
    current: nullable(text),
    changedBy: nullable(id),
  }),
  /** A member's mobile number was added, replaced or removed by `changedBy`; E.164. */
  'congress.mobile-changed.v1': shape({ organisationId: id, memberId: id, current: nullable(text), changedBy: nullable(id) }),
  /** A member's password was set anew: by a one-time code, or by the member. */
  'congress.password-set.v1': shape({ organisationId: id, memberId: id }),
};
