import { MalformedError } from '@plenum/kernel';
import type { DoubtCounts, DoubtReason, Verdict } from '../record/count.js';
import { type Sheet, sheetsAgree } from './sheets.js';

/** How one scrutineer decides a doubtful sheet. The reading of an invalid one is empty; of a partly valid one it has what is legible. */
export interface Ruling {
  readonly scrutineerId: string;
  readonly verdict: Verdict;
  readonly reason: DoubtReason;
  readonly sheet: Sheet;
}

/** Refuses a ruling that contradicts itself: an invalid sheet has no reading, and no ruling passes the doubt on. */
export function assertRuling({ verdict, sheet }: Pick<Ruling, 'verdict' | 'sheet'>): void {
  if (sheet.doubt) throw new MalformedError([{ field: 'doubt', reason: 'unknown-field' }]);
  if (verdict !== 'invalid') return;
  const read = sheet.marks.size > 0 ? 'marks' : sheet.writeIns.length > 0 ? 'writeIns' : null;
  if (read) throw new MalformedError([{ field: read, reason: 'not-of-an-invalid-sheet' }]);
}

/** How many scrutineers must decide alike: two, or the chief where there is one only. */
export const rulingsNeeded = (scrutineers: number): number => Math.min(2, scrutineers);

/** The ruling that enough scrutineers share; null while there is none, or where two each have enough. */
export function prevailingRuling(rulings: readonly Ruling[], needed: number): Ruling | null {
  const carried = rulings.filter((ruling) => rulings.filter((other) => ruledAlike(ruling, other)).length >= needed);
  const [first] = carried;
  return first && carried.every((other) => ruledAlike(first, other)) ? first : null;
}

const ruledAlike = (one: Ruling, other: Ruling): boolean =>
  one.verdict === other.verdict && one.reason === other.reason && sheetsAgree(one.sheet, other.sheet);

/** Counts rulings by verdict and reason; null where there is none. */
export function tallyRulings(rulings: readonly Pick<Ruling, 'verdict' | 'reason'>[]): DoubtCounts | null {
  if (rulings.length === 0) return null;
  const decided: Partial<Record<Verdict, Partial<Record<DoubtReason, number>>>> = {};
  for (const { verdict, reason } of rulings) {
    const reasons = (decided[verdict] ??= {});
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return decided;
}
