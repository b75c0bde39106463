import { BallotErrors } from './ballot.errors.js';
import { type Sheet, readAlike } from './sheets.js';

/** What one teller read, sheet by sheet. */
export interface Entry {
  readonly entryNo: EntryNo;
  readonly tellerId: string;
  readonly sheets: readonly Sheet[];
}
export type EntryNo = 1 | 2;

/** A sheet that the two tellers read differently, and how a third read it; null until then. */
export interface Difference {
  readonly no: number;
  readonly readings: readonly [Sheet, Sheet];
  readonly decision: Sheet | null;
}

/** The two entries of a ballot's sheets, made blind to each other, and what a third decided where they differ. */
export class Entries {
  constructor(
    private readonly entries: readonly Entry[] = [],
    private readonly decisions: readonly Sheet[] = [],
  ) {}

  /** The teller's own entry: begun, or the next free one. @throws `ballot.entries-taken` when two others made theirs. */
  ownOf(tellerId: string): Entry {
    const own = this.entries.find((entry) => entry.tellerId === tellerId);
    if (own) return own;
    const free = ([1, 2] as const).find((entryNo) => this.entries.every((entry) => entry.entryNo !== entryNo));
    if (!free) throw BallotErrors.entriesTaken();
    return { entryNo: free, tellerId, sheets: [] };
  }

  /** Whether the member made one of the two entries. */
  wereMadeBy(memberId: string): boolean {
    return this.entries.some(({ tellerId }) => tellerId === memberId);
  }

  /** How many sheets each entry has. */
  get entered(): readonly number[] {
    return this.entries.map(({ sheets }) => sheets.length);
  }

  /** Whether both have all the returned sheets: only then does anybody see what the other read. */
  areComplete(returned: number): boolean {
    return returned === 0 || (this.entries.length === 2 && this.entered.every((sheets) => sheets === returned));
  }

  /** The highest number entered; 0 when nothing is. */
  get lastSheetNo(): number {
    return this.entries.flatMap(({ sheets }) => sheets).reduce((last, { no }) => Math.max(last, no), 0);
  }

  /** Where the complete entries differ, by number. @throws `ballot.entries-incomplete` */
  differences(returned: number): readonly Difference[] {
    if (!this.areComplete(returned)) throw BallotErrors.entriesIncomplete(returned, this.entered);
    const [first, second] = this.entries;
    const other = new Map(second?.sheets.map((sheet) => [sheet.no, sheet]));
    const decided = new Map(this.decisions.map((sheet) => [sheet.no, sheet]));
    return [...(first?.sheets ?? [])]
      .sort((one, next) => one.no - next.no)
      .flatMap((sheet) => {
        const reading = other.get(sheet.no);
        return reading && !readAlike(sheet, reading) ? [{ no: sheet.no, readings: [sheet, reading] as const, decision: decided.get(sheet.no) ?? null }] : [];
      });
  }

  /** The sheets as they count: read alike by both, or as the third decided. @throws `ballot.entries-incomplete`, `ballot.differences-open` */
  settled(returned: number): readonly Sheet[] {
    const differences = this.differences(returned);
    const open = differences.filter(({ decision }) => decision === null).length;
    if (open > 0) throw BallotErrors.differencesOpen(open);
    const decided = new Map(differences.map(({ no, decision }) => [no, decision]));
    return (this.entries[0]?.sheets ?? []).map((sheet) => decided.get(sheet.no) ?? sheet);
  }
}
