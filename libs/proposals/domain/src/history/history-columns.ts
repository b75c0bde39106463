/** The columns of a table of earlier matters: `number` and `subject` are needed, the others as far as the table has them. */
export const HISTORY_COLUMNS = [
  'number',
  'subject',
  'grounds',
  'measures',
  'category',
  'track',
  'proposer',
  'submittedOn',
  'unit',
  'result',
  'reply',
  'repliedOn',
  'promise',
  'promiseDueOn',
  'promiseState',
] as const;
export type HistoryColumn = (typeof HISTORY_COLUMNS)[number];

export const NEEDED_COLUMNS: readonly HistoryColumn[] = ['number', 'subject'];

/** What a file of earlier matters may hold at most, and each of its texts. */
export const HISTORY_LIMITS = { bytes: 5_242_880, rows: 1_000, rowsWithBlanks: 2_000, columns: 64, short: 200, text: 20_000 } as const;

/** The columns that hold a whole text; all others hold a few words. */
export const TEXT_COLUMNS: readonly HistoryColumn[] = ['grounds', 'measures', 'reply', 'promise'];
