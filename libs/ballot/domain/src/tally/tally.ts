import type { CountedOutcome } from '../counting/outcome.js';
import { canonicalJson } from '../json.js';
import { notYetSigned } from '../paper-entry/entering.js';
import type { Entries } from '../paper-entry/entries.js';
import { WrittenNames, settledSheets } from '../paper-entry/written-names.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiserOrOfficer } from '../policy/authority.js';
import { type Ballot, type Change, changed, holdersOf } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Tally } from '../record/count.js';
import { thresholdTrusteesOf } from '../sealed/key-ceremony.js';
import type { QuestionSums } from '../sealed/sealed-questions.js';
import { handsFault } from './hands.js';
import { type Votes, recount } from './recount.js';

export const COUNT: Policy = { action: 'count', who: organiserOrOfficer, from: ['CLOSED', 'TALLIED'], precondition: notYetSigned };

/** The opened sums in the order of the questions, null until enough scrutineers gave a share. */
export interface OpeningProgress {
  readonly sums: QuestionSums | null;
  /** Who gave none. */
  readonly missing: readonly string[];
  /** How many of them are still needed. */
  readonly lacking: number;
}

/** What the count needs besides the ballot. */
export interface CountingMeans {
  /** The sheets of a paper ballot. */
  readonly entries: Entries;
  /** What the scrutineers opened together of a sealed ballot, and who of them is still to give a share. */
  readonly opened?: OpeningProgress;
  /** Whom the names written in mean, where any were matched. */
  readonly names?: WrittenNames;
  /** Takes the fingerprint of a text, e.g. its SHA-256 in hex. */
  readonly digestOf: (text: string) => string;
}

/**
 * Counts by the engine. A gate that stops the count needs no votes; otherwise figures must add up and differences be settled.
 * @throws `ballot.not-an-officer`, `ballot.wrong-state`, `ballot.already-signed`, `ballot.hands-missing`, `ballot.entries-incomplete`,
 *   `ballot.differences-open`, `ballot.doubts-open`, `ballot.names-unmatched`, `ballot.shares-missing`, `ballot.hands-unequal`,
 *   `ballot.hands-above-present`, `ballot.unreconciled`
 */
export function tally(ballot: Ballot, by: Authority, means: CountingMeans): Change {
  assertAllowed(COUNT, ballot, by);
  // The closing may have been put right after the hands were told.
  const refused = ballot.hands && handsFault(ballot, ballot.hands);
  if (refused) throw refused;
  const counted = recount(ballot, votesOf(ballot, means));
  const { outcome } = counted;
  if (outcome.status === 'inconsistent') throw BallotErrors.unreconciled(outcome.breach ?? '', aboutOf(outcome));
  const memberIds = [...new Set([...holdersOf(ballot, 'SCRUTINEER'), ...holdersOf(ballot, 'TELLER')])];
  const sealed: Tally = { ...counted, digest: means.digestOf(canonicalJson(counted)) };
  return changed(ballot, { state: 'TALLIED', tally: sealed }, { type: 'SignaturesDue', memberIds });
}

const votesOf = (ballot: Ballot, { entries, names = new WrittenNames(), opened }: CountingMeans): Votes => ({
  papers: () => names.merged(ballot, settledSheets(ballot, entries)),
  sums: () => {
    if (!opened?.sums)
      throw BallotErrors.sharesMissing(
        opened?.missing ?? holdersOf(ballot, 'SCRUTINEER'),
        opened?.lacking ?? thresholdTrusteesOf(ballot).needed,
      );
    return opened.sums;
  },
});

const aboutOf = ({ explanation }: CountedOutcome): string | null => {
  const about = explanation.at(-1)?.params['about'];
  return typeof about === 'string' ? about : null;
};
