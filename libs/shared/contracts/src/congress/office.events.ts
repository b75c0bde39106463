import { flag, id, nullable, oneOf, shape } from '../shape.js';
import { OFFICES } from './vocabulary.js';

/** Who holds which office: for the whole organisation, for one session, or for one unit. */
export const officeEvents = {
  'congress.office-assigned.v1': shape({
    organisationId: id,
    officeId: id,
    memberId: id,
    office: oneOf(OFFICES),
    sessionId: nullable(id),
    unitId: nullable(id),
    chief: flag,
  }),
  'congress.office-relieved.v1': shape({ organisationId: id, officeId: id, memberId: id }),
};
