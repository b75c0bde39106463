import { EXPORT_HEADINGS, EXPORT_MARK, HISTORY_COLUMNS, type HistoryColumn } from '@plenum/proposals-domain';
import { EXPORT_COLUMNS, type ExportColumn } from '../tables/export-tables.js';
import { ENGLISH } from './en.js';
import { CHINESE } from './zh-cn.js';

/** Under which name the table of matters has what an import reads. */
const EXPORTED: Readonly<Partial<Record<HistoryColumn, ExportColumn>>> = {
  number: 'docketNo',
  proposer: 'leadProposer',
  submittedOn: 'submittedAt',
};

describe('the headings of the table of matters', () => {
  it.each([
    ['Chinese', CHINESE, 0],
    ['English', ENGLISH, 1],
  ] as const)('are those by which an import knows it, in %s', (_name, words, nth) => {
    for (const column of HISTORY_COLUMNS) {
      const name = EXPORTED[column] ?? (column as ExportColumn);
      expect(EXPORT_COLUMNS.matters).toContain(name);
      expect([column, EXPORT_HEADINGS[column][nth]]).toEqual([column, words.columns[name]]);
    }
    expect(EXPORT_MARK[nth]).toBe(words.columns.proposalId);
    const all = EXPORT_COLUMNS.matters.map((column) => words.columns[column]);
    expect(new Set(all).size).toBe(all.length);
  });
});
