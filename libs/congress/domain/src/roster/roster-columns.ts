/** The columns of a roster, in the order in which the template has them. */
export const ROSTER_COLUMNS = ['staffNo', 'name', 'unit', 'email', 'mobile', 'standing', 'delegation', 'kind'] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];
