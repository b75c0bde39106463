import { foldField } from '../members/field-folding.js';
import { nameFault } from '../members/member-fields.js';
import { freeUnitCodes } from '../organisations/organisation.js';
import type { RosterContext } from './check-roster.js';
import { foldCell, isFitForName } from './roster-cells.js';
import type { RosterColumn } from './roster-columns.js';
import type { RosterLine } from './roster-table.js';

/**
 * A unit or delegation that a roster names and that is not there: under which id it would be set up, in how many rows it stands, and
 * whether it is wanted.
 */
export interface RosterCreation {
  readonly id: string;
  readonly name: string;
  /** Of a unit; null for a delegation. */
  readonly code: string | null;
  readonly rows: number;
  readonly wanted: boolean;
}

/** Everything that a roster names and that is not there. */
export interface RosterCreations {
  readonly units: readonly RosterCreation[];
  readonly delegations: readonly RosterCreation[];
}

export const NO_CREATIONS: RosterCreations = { units: [], delegations: [] };

/** What is missing for these lines; what was decided of a name before stands. */
export function creationsOf(
  lines: readonly RosterLine[],
  context: RosterContext,
  earlier: RosterCreations,
  newId: () => string,
): RosterCreations {
  const units = missingIn(lines, 'unit', new Set(context.units.flatMap(({ code, name }) => wordsOf(code, name))));
  const delegations =
    context.delegations === null ? [] : missingIn(lines, 'delegation', new Set(context.delegations.flatMap(({ name }) => wordsOf(name))));
  const codes = freeUnitCodes(new Set([...context.units.map(({ code }) => code), ...units.map(([name]) => name)]), units.length);
  const creation = (known: readonly RosterCreation[], [name, rows]: readonly [string, number], code: string | null): RosterCreation => {
    const before = known.find((candidate) => candidate.name === name);
    return { id: before?.id ?? newId(), name, code, rows, wanted: before?.wanted ?? false };
  };
  return {
    units: units.map((found, at) => creation(earlier.units, found, codes[at] ?? null)),
    delegations: delegations.map((found) => creation(earlier.delegations, found, null)),
  };
}

/** The same with exactly these wanted. */
export const wanting = (
  { units, delegations }: RosterCreations,
  names: { readonly units: readonly string[]; readonly delegations: readonly string[] },
): RosterCreations => ({
  units: units.map((unit) => ({ ...unit, wanted: names.units.includes(unit.name) })),
  delegations: delegations.map((delegation) => ({ ...delegation, wanted: names.delegations.includes(delegation.name) })),
});

/** What the rows are checked against: what is there, and what is wanted beside it. */
export function withCreations(context: RosterContext, { units, delegations }: RosterCreations): RosterContext {
  const wanted = (all: readonly RosterCreation[]) => all.filter((creation) => creation.wanted);
  return {
    ...context,
    units: [...context.units, ...wanted(units).map(({ id, name, code }) => ({ id, name, code: code ?? name }))],
    delegations: context.delegations && [...context.delegations, ...wanted(delegations).map(({ id, name }) => ({ id, name }))],
  };
}

/** Words of what is there, and as they would be read from a cell. */
const wordsOf = (...words: readonly string[]): readonly string[] => words.flatMap((word) => [word, foldField(word).text]);

/**
 * The names that a column gives and nobody knows, in their order, with the number of rows; a cell that cannot be a name is a fault of its
 * row.
 */
function missingIn(lines: readonly RosterLine[], column: RosterColumn, known: ReadonlySet<string>): readonly (readonly [string, number])[] {
  const rows = new Map<string, number>();
  for (const { values } of lines) {
    const name = foldCell(column, values[column] ?? '').text;
    if (name !== '' && !known.has(name) && nameFault(name) === null && isFitForName(column, name))
      rows.set(name, (rows.get(name) ?? 0) + 1);
  }
  return [...rows];
}
