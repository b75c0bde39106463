import {
  type ArchiveVerdict,
  type Arithmetic,
  proofBasesOf,
  BigIntArithmetic,
  concludeArchive,
  marksToCheck,
  openArchive,
  type PaperOutcome,
  type Refusal,
  verifyOnePaper,
} from '@plenum/ballot-crypto';
import type { Chosen, PartOutcomes } from './orders.js';

/** A table of this window costs 0.7 MB and is made in a moment. */
const arithmetic: Arithmetic = new BigIntArithmetic({ bits: 6 });

/** What one part of the papers came to. */
export type PartVerdict = { readonly ok: true; readonly outcomes: PartOutcomes } | Refusal;

/** Verifies every `parts`-th paper from `part` on, one a step, so that whoever runs it may breathe between two. */
export function* verifyPart(chosen: Chosen, part: number, parts: number): Generator<number, PartVerdict> {
  const opened = openArchive(chosen.archive, { arithmetic, ...chosen });
  if (!opened.ok) return opened;
  const { papers } = opened.board;
  const bases = proofBasesOf(arithmetic, opened.election.publicKey);
  const outcomes: [number, PaperOutcome][] = [];
  for (let place = part; place < papers.length; place += parts) {
    const paper = papers[place];
    if (!paper) break;
    const outcome = verifyOnePaper(opened.election, bases, paper.content, marksToCheck(opened, place));
    outcomes.push([place, outcome]);
    if (!outcome.ok) break;
    yield papers.length;
  }
  return { ok: true, outcomes };
}

/** Outcomes of all parts in the order of the papers, up to the first refusal: which paper is refused does not depend on how many worked. */
export function inOrder(parts: readonly PartOutcomes[]): PaperOutcome[] {
  const sorted = parts.flat().sort(([one], [other]) => one - other);
  const refused = sorted.findIndex(([, { ok }]) => !ok);
  return sorted.slice(0, refused < 0 ? undefined : refused + 1).map(([, outcome]) => outcome);
}

/** Roll, sum, shares and result, once every paper is judged. */
export function conclude(chosen: Chosen, outcomes: readonly PaperOutcome[]): ArchiveVerdict {
  const opened = openArchive(chosen.archive, { arithmetic, ...chosen });
  return opened.ok ? concludeArchive(opened, outcomes) : opened;
}
