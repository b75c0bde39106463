import type { RosterColumn } from './roster-columns.js';

/** Cells that were made one; rows and columns count from 0. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What becomes of the cells that a range covers: each takes what the first one says, or nothing tells whose it is. */
export interface CoveredCells {
  readonly ways: ReadonlyMap<string, 'filled' | 'torn'>;
  /** By the same keys, the text that a filled cell takes. */
  readonly texts: ReadonlyMap<string, string>;
}

// What several people have in common; a number, a name or an address is one person's.
const SHARED: ReadonlySet<RosterColumn> = new Set(['unit', 'standing', 'delegation', 'kind']);

/** The key of a cell in {@link CoveredCells}. */
export const cellKey = (row: number, column: RosterColumn): string => `${row}:${column}`;

/**
 * What merged ranges below the header do to the columns of a roster. One column of a thing that people share goes to every row of its
 * range. Whatever else covers more than one cell of the roster, or begins beside its column, tears its rows.
 */
export function coveredBy(
  ranges: readonly MergedCells[],
  places: ReadonlyMap<RosterColumn, number>,
  firstRow: number,
  textAt: (row: number, column: number) => string,
): CoveredCells {
  const [ways, texts] = [new Map<string, 'filled' | 'torn'>(), new Map<string, string>()];
  for (const { top, left, bottom, right } of ranges) {
    const text = textAt(top, left);
    const within = [...places].filter(([, at]) => at >= left && at <= right);
    const [[only, place] = [undefined, -1]] = within;
    const isOneColumn = within.length === 1 && place === left;
    if (top < firstRow || text.trim() === '' || only === undefined || (isOneColumn && top === bottom)) continue;
    const isFilled = isOneColumn && SHARED.has(only);
    for (let row = top; row <= bottom; row += 1) {
      if (isFilled && row === top) continue;
      for (const [column] of within) ways.set(cellKey(row, column), isFilled ? 'filled' : 'torn');
      if (isFilled) texts.set(cellKey(row, only), text);
    }
  }
  return { ways, texts };
}
