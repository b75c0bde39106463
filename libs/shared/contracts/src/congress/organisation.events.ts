import { count, date, id, listOf, nullable, shape, text } from '../shape.js';

/** As many days as an organisation may change in the public calendar, each way. */
const DAYS_MAX = 1000;

/** Organisations, their units and their calendars: who there is at all, and on which days they work. */
export const organisationEvents = {
  'congress.organisation-founded.v1': shape({ organisationId: id, code: text, name: text, level: count, parentId: nullable(id) }),
  'congress.unit-set-up.v1': shape({ organisationId: id, unitId: id, code: text, name: text }),
  'congress.calendar-set.v1': shape({
    organisationId: id,
    zone: text,
    daysOff: listOf(date, DAYS_MAX),
    workingDays: listOf(date, DAYS_MAX),
  }),
};
