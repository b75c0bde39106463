import { checkMembers } from '../credentials/roll.js';
import { demand, RefusalError, verdict, within } from '../form/verdict.js';
import { combine, groupsLackingShares } from '../tally/combination.js';
import { sumEncryptedPapers, choicesOf, demandSameTally, lastPositions, readTally, type SizedTally } from '../tally/encrypted-tally.js';
import { readResult, type Result } from '../tally/result.js';
import { type DecryptionFactors, readShare } from '../tally/share.js';
import type { ArchiveVerdict, OpenedArchive, PaperOutcome, Warning } from './opened-archive.js';

/**
 * Last part of a verification: whose the papers are, the credentials that cast none, then the sum, the shares and the
 * result as far as the archive has them. `outcomes` are those of all papers in order, or of the first ones up to a
 * refusal, which is then the answer.
 */
export function concludeArchive(opened: OpenedArchive, outcomes: readonly PaperOutcome[]): ArchiveVerdict {
  return verdict(() => {
    const { board, election, trustees, roll, arithmetic } = opened;
    const credentials = outcomes.map((outcome, index) => ownerOf(opened, outcome, index));
    if (credentials.length !== board.papers.length) throw new TypeError('outcomes: not one for each paper');
    within('credentials', () => checkMembers(roll, arithmetic, new Set(credentials)));
    const sum = checkTally(opened, credentials);
    const shares = sum && checkShares(opened, sum);
    const result = sum && shares ? checkResult(opened, sum, shares) : null;
    const warnings: Warning[] = [];
    if (!roll.isSorted) warnings.push('roll-order');
    if (!trustees.isBound) warnings.push('trustees-unbound');
    return {
      state: board.state,
      fingerprint: election.fingerprint,
      head: board.head,
      voters: roll.weights.size,
      papers: board.papers.length,
      counted: lastPositions(credentials).size,
      result,
      warnings,
      election,
      trustees,
      sum: sum ?? null,
    };
  });
}

/** The sum that the shares are of, from an archive whose papers were verified: what a trustee's device decrypts. */
export function sumPapers(
  { board, election, arithmetic, roll }: Pick<OpenedArchive, 'board' | 'election' | 'arithmetic' | 'roll'>,
  credentials: readonly string[],
): SizedTally {
  const decoder = new TextDecoder();
  return sumEncryptedPapers(election, arithmetic, credentials, roll.weights, (index) =>
    choicesOf(decoder.decode(board.papers[index]!.content)),
  );
}

function ownerOf({ board, roll }: OpenedArchive, outcome: PaperOutcome, index: number): string {
  const { at } = board.papers[index]!;
  if (!outcome.ok) throw new RefusalError(outcome.check, outcome.at ? `${at}: ${outcome.at}` : at, outcome.reason);
  demand(roll.weights.has(outcome.credential), 'paper-off-roll', at, 'its credential is not on the roll');
  return outcome.credential;
}

function checkTally(opened: OpenedArchive, credentials: readonly string[]): SizedTally | undefined {
  const stored = opened.board.tally;
  if (!stored) return undefined;
  const sum = sumPapers(opened, credentials);
  within(stored.at, () => {
    demandSameTally(readTally(opened.election, stored.text), sum.tally);
    demand(stored.counted === sum.counted, 'tally-count', 'num_tallied', `${sum.counted} papers count`);
    demand(stored.totalWeight === sum.totalWeight, 'tally-weight', 'total_weight', `the papers weigh ${sum.totalWeight}`);
  });
  return sum;
}

function checkShares(
  { board, election, trustees, arithmetic }: OpenedArchive,
  { tally }: SizedTally,
): ReadonlyMap<number, DecryptionFactors> {
  const shares = new Map<number, DecryptionFactors>();
  for (const { owner, text, at } of board.shares) {
    const key = trustees.keys[owner - 1];
    demand(key !== undefined, 'share-owner', at, `there is no trustee ${owner}`);
    demand(!shares.has(owner), 'share-repeated', at, `a second share of trustee ${owner}`);
    shares.set(
      owner,
      within(at, () => readShare(arithmetic, election.fingerprint, tally, key.publicKey, text)),
    );
  }
  return shares;
}

function checkResult(
  { board, election, trustees, arithmetic }: OpenedArchive,
  sum: SizedTally,
  shares: ReadonlyMap<number, DecryptionFactors>,
): Result | null {
  const stored = board.result;
  if (!stored) return null;
  const lacking = groupsLackingShares(trustees, new Set(shares.keys()));
  demand(lacking.length === 0, 'result-shares', stored.at, 'a result without enough shares to open the sum');
  const factors = combine(arithmetic, trustees, shares);
  return within(stored.at, () => readResult(arithmetic, election, sum, factors, stored.text));
}
