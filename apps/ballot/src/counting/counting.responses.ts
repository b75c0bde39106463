import type { DoubtReason, Sheet } from '@plenum/ballot-domain';

/** How far the teller's own entry is. Of the other entry nothing is said. */
export class EntryAnswer {
  /** Which of the two entries it is. */
  entryNo!: number;
  /** Sheets entered so far. */
  entered!: number;
  /** Sheets to enter: the papers returned. */
  returned!: number;
}

/** What a reader leaves to the scrutineers. */
export class DoubtAnswer {
  reason!: DoubtReason;
  /** Ids of the choices whose marks are in doubt; none for the whole sheet. */
  marks!: string[];
}

/** One sheet as it was read. */
export class SheetAnswer {
  no!: number;
  /** `yes`, `no` or `abstain` by the id of the matter or candidate, a grade by that of the subject, `yes` by that of the option. */
  marks!: Record<string, string>;
  writeIns!: string[];
  /** Null where nothing is in doubt. */
  doubt!: DoubtAnswer | null;
}

/** The teller's own entry. */
export class SheetsAnswer {
  entryNo!: number;
  returned!: number;
  sheets!: SheetAnswer[];
}

/** A sheet that was read differently. */
export class DifferenceAnswer {
  no!: number;
  /** As entry 1 and entry 2 have it. */
  readings!: SheetAnswer[];
  /** As the third decided; null until then. */
  decision!: SheetAnswer | null;
}

/** All sheets that were read differently. */
export class DifferencesAnswer {
  /** Whether both entries have every sheet; before that nothing is compared, and how far the other is stays untold. */
  isComplete!: boolean;
  /** Whether the reader is a third, who may decide. */
  maySettle!: boolean;
  items!: DifferenceAnswer[];
}

/** A sheet as it is shown. */
export const sheetAnswer = ({ no, marks, writeIns, doubt }: Sheet): SheetAnswer => ({
  no,
  marks: Object.fromEntries(marks),
  writeIns: [...writeIns],
  doubt: doubt && { reason: doubt.reason, marks: [...doubt.marks] },
});
