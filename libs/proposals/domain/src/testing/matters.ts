import type { AssignedUnit, Matter, MatterClass } from '../report/matter.js';
import type { RatedMatter, UnitRating } from '../report/tally.js';

/** A matter under review by one person. */
export const aMatter = (parts: Partial<Matter> = {}): Matter => ({
  class: 'UNDER_REVIEW',
  late: false,
  category: 'logistics',
  delegationId: 'north',
  leadProposerId: 'lead',
  seconderIds: [],
  units: [],
  closed: false,
  outcome: null,
  ...parts,
});

/** So many of a class, as nothing else tells them apart. */
export const several = (count: number, name: MatterClass, parts: Partial<Matter> = {}): readonly RatedMatter[] =>
  Array.from({ length: count }, (_, nth) => ({ matter: aMatter({ class: name, leadProposerId: `lead ${nth}`, ...parts }), ratings: [] }));

/** A unit that has answered in time. */
export const answeredBy = (unitId: string, parts: Partial<AssignedUnit> = {}): AssignedUnit => ({
  unitId,
  firstReply: 'IN_TIME',
  resultCategory: 'SOLVED',
  ...parts,
});

/** A closed matter of a unit, rated by its lead proposer or passed over in silence. */
export const closedOf = (unitId: string, leadProposerId: string, rating: Omit<UnitRating, 'unitId'> | null): RatedMatter => ({
  matter: aMatter({ class: 'FILED', closed: true, leadProposerId, units: [answeredBy(unitId)] }),
  ratings: rating ? [{ unitId, ...rating }] : [],
});
