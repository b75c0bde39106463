import { flag, id, nullable, oneOf, shape, text } from '../shape.js';
import { MEMBER_STANDINGS } from './words.js';

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
};
