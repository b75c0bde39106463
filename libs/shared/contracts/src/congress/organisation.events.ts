import { count, id, nullable, shape, text } from '../shape.js';

/** Organisations and their units: who there is at all. */
export const organisationEvents = {
  'congress.organisation-founded.v1': shape({ organisationId: id, code: text, name: text, level: count, parentId: nullable(id) }),
  'congress.unit-set-up.v1': shape({ organisationId: id, unitId: id, code: text, name: text }),
};
