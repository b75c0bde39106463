import { characterFault, foldField, foldName, type Folding } from '../members/field-folding.js';
import { ROSTER_COLUMNS, type RosterColumn } from './roster-columns.js';
import { ROSTER_LIMITS, type RosterLine } from './roster-table.js';

/** Why a cell is refused; stable, the web words each of them. */
export const ROSTER_FAULT_REASONS = [
  'required',
  'too-long',
  'form',
  'formula',
  'duplicate',
  'unknown',
  'has-left',
  'no-session',
  'no-vote',
  'scientific',
  'digits-lost',
  'merged',
  'lost',
  'look-alike',
  'invisible',
  'line-break',
] as const;
export type RosterFaultReason = (typeof ROSTER_FAULT_REASONS)[number];

/** A fault of a row: the column and why, with the character that is meant where it is one. */
export interface RosterFault {
  readonly column: RosterColumn;
  readonly reason: RosterFaultReason;
  readonly character?: string;
}

/** How a cell was read as something else than it says; `merged`: it took the text of the range that it lies in. */
export const ROSTER_FOLDINGS = [
  'empty',
  'invisible',
  'space',
  'line-break',
  'radical',
  'variant',
  'dot',
  'merged',
] as const satisfies readonly (Folding | 'merged')[];
export type RosterFolding = (typeof ROSTER_FOLDINGS)[number];

/** A cell that was read as something else than it says. */
export interface FoldedCell {
  readonly column: RosterColumn;
  readonly from: string;
  readonly to: string;
  readonly foldings: readonly RosterFolding[];
}

/** The cells of a row as they are taken, what was folded to get there, and what is wrong with their characters. */
export interface CleanLine {
  readonly row: number;
  readonly values: RosterLine['values'];
  readonly folded: readonly FoldedCell[];
  readonly faults: readonly RosterFault[];
}

const FORMULA = /^[=+@-]/; // A cell that a spreadsheet would run, should the list ever be opened in one.
const PLAIN_NUMBER = /^\+[\d\s().-]+$/; // A mobile number with its country code is no formula that leads anywhere.
const SCIENTIFIC = /^-?\d+(?:(?:\.\d+)?E[+-]|\.\d+E)\d{1,3}$/i; // A long number as a spreadsheet shows it; 1E5 may be a staff number.
// A question mark there is a character that an encoding had no place for.
const QUESTION_MARKED: ReadonlySet<RosterColumn> = new Set(['staffNo', 'name', 'unit', 'delegation']);
const MARK_REASONS = { torn: 'merged', 'digits-lost': 'digits-lost' } as const;

/** Every cell of a line, folded and looked at. */
export function cleanLine({ row, values, marks = {} }: RosterLine): CleanLine {
  const columns = ROSTER_COLUMNS.filter((column) => values[column] !== undefined);
  const cells = columns.map((column) => ({
    column,
    from: values[column] ?? '',
    mark: marks[column],
    ...foldCell(column, values[column] ?? ''),
  }));
  return {
    row,
    values: Object.fromEntries(cells.map(({ column, text }) => [column, text])),
    folded: cells.flatMap(({ column, from, text, mark, foldings }): FoldedCell[] => {
      const all: readonly RosterFolding[] = mark === 'filled' ? [...foldings, 'merged'] : foldings;
      return all.length === 0
        ? []
        : [{ column, from: from.slice(0, ROSTER_LIMITS.cellLength), to: text.slice(0, ROSTER_LIMITS.cellLength), foldings: all }];
    }),
    faults: cells.flatMap(({ column, text, mark, foldings }): readonly RosterFault[] => {
      if (mark === 'torn' || mark === 'digits-lost') return [{ column, reason: MARK_REASONS[mark] }];
      if (text.length > ROSTER_LIMITS.cellLength) return [{ column, reason: 'too-long' }];
      if (FORMULA.test(text) && !(column === 'mobile' && PLAIN_NUMBER.test(text))) return [{ column, reason: 'formula' }];
      if (SCIENTIFIC.test(text)) return [{ column, reason: 'scientific' }];
      // Two names are not to become one.
      if (column === 'name' && foldings.includes('line-break')) return [{ column, reason: 'line-break' }];
      return strangeCharacter(column, text);
    }),
  };
}

/** A cell of a column as it is taken. */
export const foldCell = (column: RosterColumn, text: string) => (column === 'name' ? foldName(text) : foldField(text));

/** Whether the text of a folded cell can name something that is to be set up. */
export const isFitForName = (column: RosterColumn, text: string): boolean =>
  !FORMULA.test(text) && !SCIENTIFIC.test(text) && strangeCharacter(column, text).length === 0;

function strangeCharacter(column: RosterColumn, text: string): readonly RosterFault[] {
  if (QUESTION_MARKED.has(column) && text.includes('?')) return [{ column, reason: 'lost', character: '?' }];
  const fault = characterFault(text);
  if (fault) return [{ column, ...fault }];
  return column === 'name' && text !== '' && !/\p{L}/u.test(text) ? [{ column, reason: 'form' }] : [];
}
