import { countFoldings, foldedCells } from './foldings.js';

const ROWS = [
  {
    row: 2,
    folded: [
      { column: 'name' as const, from: '王　明', to: '王明', foldings: ['space' as const] },
      { column: 'email' as const, from: '-', to: '', foldings: ['empty' as const] },
    ],
  },
  { row: 3, folded: [] },
  { row: 4, folded: [{ column: 'name' as const, from: '李 \u200b二', to: '李二', foldings: ['invisible' as const, 'space' as const] }] },
];

describe('what was read as something else', () => {
  it('is listed cell by cell with its row', () => {
    expect(foldedCells(ROWS).map(({ row, column }) => [row, column])).toEqual([
      [2, 'name'],
      [2, 'email'],
      [4, 'name'],
    ]);
  });

  it('is counted by the way, the most frequent first', () => {
    expect(countFoldings(foldedCells(ROWS))).toEqual([
      ['space', 2],
      ['empty', 1],
      ['invisible', 1],
    ]);
  });
});
