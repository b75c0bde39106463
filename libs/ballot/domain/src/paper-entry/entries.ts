import { BallotErrors } from '../record/ballot.errors.js';
import type { DoubtReason } from '../record/count.js';
import { type Ruling, prevailingRuling, rulingsNeeded } from './rulings.js';
import { type Sheet, sheetsAgree } from './sheets.js';

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

/** A sheet that a reader left to the scrutineers, how each of them decides it, and the decision that stands; null until then. */
export interface DoubtfulSheet {
  readonly no: number;
  /** Of both tellers, and of the third where these differed. */
  readonly readings: readonly Sheet[];
  readonly rulings: readonly Ruling[];
  readonly decision: Ruling | null;
}

/** A sheet as it counts. */
export interface SettledSheet extends Pick<Sheet, 'marks' | 'writeIns'> {
  /** Why scrutineers found the sheet invalid; null where it counts by the rules. */
  readonly spoiled: DoubtReason | null;
  /** How a doubtful sheet was decided; null where nobody doubted it. */
  readonly ruling: Pick<Ruling, 'verdict' | 'reason'> | null;
}

/**
 * The two entries of a ballot's sheets, made blind to each other, what a third decided where they differ, and scrutineers where one doubts.
 */
export class Entries {
  constructor(
    private readonly entries: readonly Entry[] = [],
    private readonly decisions: readonly Sheet[] = [],
    private readonly rulings: readonly Ruling[] = [],
  ) {}

  /** The teller's own entry: begun, or the next free one. @throws `ballot.entries-taken` when two others made theirs. */
  ownOf(tellerId: string): Entry {
    const own = this.entries.find((entry) => entry.tellerId === tellerId);
    if (own) return own;
    const free = ([1, 2] as const).find((entryNo) => this.entries.every((entry) => entry.entryNo !== entryNo));
    if (!free) throw BallotErrors.entriesTaken();
    return { entryNo: free, tellerId, sheets: [] };
  }

  /** Whether there are sheets for a teller to enter: the own entry is not whole, or one of the two is still free. */
  awaits(tellerId: string, returned: number): boolean {
    const own = this.entries.find((entry) => entry.tellerId === tellerId);
    return own ? own.sheets.length < returned : returned > 0 && this.entries.length < 2;
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

  /** Where the complete entries differ, by number; a sheet that either doubts is not for a third. @throws `ballot.entries-incomplete` */
  differences(returned: number): readonly Difference[] {
    const decided = new Map(this.decisions.map((sheet) => [sheet.no, sheet]));
    return this.pairs(returned)
      .filter(([one, other]) => !one.doubt && !other.doubt && !sheetsAgree(one, other))
      .map((readings) => ({ no: readings[0].no, readings, decision: decided.get(readings[0].no) ?? null }));
  }

  /** What is left to the scrutineers, by number, as so many of them have decided it. @throws `ballot.entries-incomplete` */
  doubtful(returned: number, scrutineers: number): readonly DoubtfulSheet[] {
    const decided = new Map(this.differences(returned).map(({ no, decision }) => [no, decision]));
    return this.pairs(returned).flatMap(([one, other]) => {
      const third = decided.get(one.no);
      const readings = [one, other, ...(third ? [third] : [])];
      if (readings.every(({ doubt }) => doubt === null)) return [];
      const rulings = this.rulings.filter(({ sheet }) => sheet.no === one.no);
      return [{ no: one.no, readings, rulings, decision: prevailingRuling(rulings, rulingsNeeded(scrutineers)) }];
    });
  }

  /**
   * The sheets as they count: read alike by both, as the third decided, or as the scrutineers did.
   * @throws `ballot.entries-incomplete`, `ballot.differences-open`, `ballot.doubts-open`
   */
  settled(returned: number, scrutineers: number): readonly SettledSheet[] {
    const [differences, doubtful] = [this.differences(returned), this.doubtful(returned, scrutineers)];
    const differing = differences.filter(({ decision }) => decision === null).length;
    if (differing > 0) throw BallotErrors.differencesOpen(differing);
    const doubted = doubtful.filter(({ decision }) => decision === null).map(({ no }) => no);
    if (doubted.length > 0) throw BallotErrors.doubtsOpen(doubted.length, doubted.slice(0, NUMBERS_TOLD_MAX).map(String));
    const [thirds, ruled] = [
      new Map(differences.map(({ no, decision }) => [no, decision])),
      new Map(doubtful.map(({ no, decision }) => [no, decision])),
    ];
    return this.pairs(returned).map(([one]) => {
      const ruling = ruled.get(one.no) ?? null;
      const { marks, writeIns } = ruling?.sheet ?? thirds.get(one.no) ?? one;
      return {
        marks,
        writeIns,
        spoiled: ruling?.verdict === 'invalid' ? ruling.reason : null,
        ruling: ruling && { verdict: ruling.verdict, reason: ruling.reason },
      };
    });
  }

  /** Whether every sheet counts as one thing: read alike by both, or decided. */
  areSettled(returned: number, scrutineers: number): boolean {
    return (
      this.areComplete(returned) &&
      [...this.differences(returned), ...this.doubtful(returned, scrutineers)].every(({ decision }) => decision !== null)
    );
  }

  /** Both readings of each sheet, by number. */
  private pairs(returned: number): (readonly [Sheet, Sheet])[] {
    if (!this.areComplete(returned)) throw BallotErrors.entriesIncomplete(returned, this.entered);
    const [first, second] = this.entries;
    const other = new Map(second?.sheets.map((sheet) => [sheet.no, sheet]));
    return [...(first?.sheets ?? [])]
      .sort((one, next) => one.no - next.no)
      .flatMap((sheet) => {
        const reading = other.get(sheet.no);
        return reading ? [[sheet, reading] as const] : [];
      });
  }
}

const NUMBERS_TOLD_MAX = 20; // Enough to find the next sheets of the pile.
