/** What stands in a cell before it is written in some format. */
export type Cell = string | number | boolean | Date | null;
/** A row by the names of its columns. */
export type ExportRow = Readonly<Record<string, Cell>>;

const MATTER = ['proposalId', 'docketNo', 'subject'] as const;

/** The tables of an export and their columns, in the order in which files have them; the columns are those that the pages show. */
export const EXPORT_COLUMNS = {
  matters: [
    ...MATTER,
    'session',
    'receiptNo',
    'category',
    'track',
    'state',
    'leadProposer',
    'delegation',
    'seconders',
    'submittedAt',
    'late',
    'paperReceivedOn',
    'suggestedUnit',
    'grounds',
    'measures',
    'endorsement',
    'endorsementReason',
    'reviewBody',
    'reviewOutcome',
    'reviewReason',
    'reviewedAt',
    'unit',
    'result',
    'reply',
    'repliedOn',
    'promise',
    'promiseDueOn',
    'promiseState',
    'mergedInto',
    'withdrawalReason',
    'withdrawnAt',
    'confidential',
    'key',
    'importedAt',
  ],
  reviews: [...MATTER, 'nth', 'reviewBody', 'metOn', 'present', 'opinion', 'reviewOutcome', 'reviewReason'],
  handlings: [
    ...MATTER,
    'unit',
    'assistingUnits',
    'state',
    'assignedAt',
    'dueOn',
    'dueProvisional',
    'overdue',
    'acknowledgedBy',
    'acknowledgedAt',
    'silence',
    'silenceExplanation',
    'metOn',
    'minutes',
    'endOutcome',
    'endReason',
    'endedAt',
  ],
  replies: [...MATTER, 'unit', 'round', 'text', 'result', 'channel', 'basis', 'files', 'by', 'at', 'overdue', 'feedbackDueOn'],
  ratings: [...MATTER, 'unit', 'round', 'attitude', 'resultGrade', 'comment', 'by', 'at'],
  promises: [...MATTER, 'promiseId', 'unit', 'round', 'promise', 'firstDueOn', 'dueOn', 'overdue', 'origin', 'promiseState', 'by', 'at'],
  promiseSteps: [...MATTER, 'promiseId', 'nth', 'step', 'settlement', 'text', 'link', 'files', 'dueOn', 'by', 'at'],
} as const;

export type ExportTable = keyof typeof EXPORT_COLUMNS;
export type ExportColumn = (typeof EXPORT_COLUMNS)[ExportTable][number];
export const EXPORT_TABLES = Object.keys(EXPORT_COLUMNS) as readonly ExportTable[];

/** Everything that somebody may read, by table. */
export type ExportContent = Readonly<Record<ExportTable, readonly ExportRow[]>>;

/** What one export holds at most, as it is made in memory: more is fetched session by session. */
export const EXPORT_LIMITS = { matters: 5_000, characters: 20_000_000 } as const;
