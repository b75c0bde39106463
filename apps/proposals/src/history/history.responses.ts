import type { HistoryColumn, HistoryFaultReason, HistoryRowState } from '@plenum/proposals-domain';

export class HistorySummaryAnswer {
  new!: number;
  /** Imported before: nothing of it is written again. */
  known!: number;
  refused!: number;
}

/** What is wrong with a cell. */
export class HistoryFaultAnswer {
  column!: HistoryColumn;
  reason!: HistoryFaultReason;
}

/** The beginnings of the cells of a row, in the columns that the file has. */
export class HistoryValues {
  number?: string;
  subject?: string;
  grounds?: string;
  measures?: string;
  category?: string;
  track?: string;
  proposer?: string;
  submittedOn?: string;
  unit?: string;
  result?: string;
  reply?: string;
  repliedOn?: string;
  promise?: string;
  promiseDueOn?: string;
  promiseState?: string;
}

export class HistoryRowAnswer {
  /** The row in the file, which counts from 1. */
  row!: number;
  state!: HistoryRowState;
  faults!: HistoryFaultAnswer[];
  values!: HistoryValues;
}

/** A table of earlier matters as it was uploaded, and what confirming it does, or did. */
export class HistoryImportAnswer {
  importId!: string;
  sessionId!: string;
  fileName!: string;
  uploadedAt!: string;
  /** Null until it is confirmed: nothing of it has been written. */
  confirmedAt!: string | null;
  summary!: HistorySummaryAnswer;
  rows!: HistoryRowAnswer[];
  /** Goes with the confirmation, which is refused where the preview was renewed since. */
  version!: number;
}
