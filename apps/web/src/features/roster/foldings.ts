import type { RosterRow } from './roster-requests.js';

type Cell = RosterRow['folded'][number];
export type Folding = Cell['foldings'][number];

/** A cell that was read as something else than it says, and its row. */
export type FoldedCell = Cell & { readonly row: number };

/** All such cells, row by row. */
export const foldedCells = (rows: readonly Pick<RosterRow, 'row' | 'folded'>[]): readonly FoldedCell[] =>
  rows.flatMap(({ row, folded }) => folded.map((cell) => ({ ...cell, row })));

/** How many cells were folded in each way, the most frequent first. */
export function countFoldings(cells: readonly Pick<Cell, 'foldings'>[]): readonly (readonly [Folding, number])[] {
  const counts = new Map<Folding, number>();
  for (const folding of cells.flatMap(({ foldings }) => foldings)) counts.set(folding, (counts.get(folding) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
