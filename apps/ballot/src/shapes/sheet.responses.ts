import type { DoubtReason, Sheet } from '@plenum/ballot-domain';

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

/** A sheet as it is shown. */
export const sheetAnswer = ({ no, marks, writeIns, doubt }: Sheet): SheetAnswer => ({
  no,
  marks: Object.fromEntries(marks),
  writeIns: [...writeIns],
  doubt: doubt && { reason: doubt.reason, marks: [...doubt.marks] },
});
