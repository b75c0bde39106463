import { flag, id, nullable, shape, text } from '../shape.js';

/** A member as others need to know them: published anew, whole, on every change (ADR-0003). */
export const memberEvents = {
  'congress.member-registered.v1': shape({
    organisationId: id,
    memberId: id,
    staffNo: text,
    name: text,
    mail: nullable(text),
    unitId: nullable(id),
    active: flag,
  }),
};
