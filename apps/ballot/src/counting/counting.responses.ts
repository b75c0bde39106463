import { SheetAnswer } from '../shapes/sheet.responses.js';

/** How far the teller's own entry is. Of the other entry nothing is said. */
export class EntryAnswer {
  /** Which of the two entries it is. */
  entryNo!: number;
  /** Sheets entered so far. */
  entered!: number;
  /** Sheets to enter: the papers returned. */
  returned!: number;
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
