import { count as countCase } from '../counting/count.js';
import type { CountedOutcome } from '../counting/outcome.js';
import { type Ballot, type Change, type Figures, type Json, type PerChannel, type Tally, changed, holdersOf } from './ballot.js';
import { BallotErrors } from './ballot.errors.js';
import { canonicalJson } from './canonical.js';
import { unsigned } from './counting.js';
import { countSheets, countsOf, frameOf, listed, mixedCase, partOf, returnedInAll, sealedCase } from './counting-case.js';
import { circleOf } from '../sealed/key-ceremony.js';
import type { Sums } from '../sealed/sealed-questions.js';
import type { Entries } from './entries.js';
import { type Rule, assertAllowed } from './rule.js';
import { tallyRulings } from './rulings.js';
import { type Standing, organiserOrOfficer } from './standing.js';
import type { Channel } from './words.js';
import { WrittenNames, settledSheets } from './written-names.js';

export const COUNT: Rule = { action: 'count', who: organiserOrOfficer, from: ['CLOSED', 'TALLIED'], obstacle: unsigned };

/** The opened sums in the order of the questions, null until enough scrutineers gave a share. */
export interface Opened {
  readonly sums: Sums | null;
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
  readonly opened?: Opened;
  /** Whom the names written in mean, where any were matched. */
  readonly names?: WrittenNames;
  /** Takes the fingerprint of a text, e.g. its SHA-256 in hex. */
  readonly digestOf: (text: string) => string;
}

/**
 * Counts by the engine. A gate that stops the count needs no votes; otherwise figures must add up and differences be settled.
 * @throws `ballot.not-an-officer`, `ballot.wrong-state`, `ballot.already-signed`, `ballot.hands-missing`, `ballot.entries-incomplete`,
 *   `ballot.differences-open`, `ballot.doubts-open`, `ballot.names-unmatched`, `ballot.shares-missing`, `ballot.unreconciled`
 */
export function tally(ballot: Ballot, by: Standing, means: CountingMeans): Change {
  assertAllowed(COUNT, ballot, by);
  const counted = stopped(ballot) ?? COUNTED[ballot.channel](ballot, means);
  const { outcome } = counted;
  if (outcome.status === 'inconsistent') throw BallotErrors.unreconciled(outcome.breach ?? '', aboutOf(outcome));
  const memberIds = [...new Set([...holdersOf(ballot, 'SCRUTINEER'), ...holdersOf(ballot, 'TELLER')])];
  const sealed: Tally = { ...counted, digest: means.digestOf(canonicalJson(counted)) };
  return changed(ballot, { state: 'TALLIED', tally: sealed }, { type: 'SignaturesDue', memberIds });
}

type Unsealed = Omit<Tally, 'digest'>;

/**
 * The outcome where a gate is shut that looks at no vote: then no vote is looked at (R30). Hands have no such gate. On a mixed ballot
 * too many papers on one channel void the vote, also where the other has room for them.
 */
function stopped(ballot: Ballot): Unsealed | null {
  if (ballot.channel === 'hands') return null;
  if (ballot.channel === 'mixed') return aboveLimit(ballot, 'sealed') ?? aboveLimit(ballot, 'paper') ?? gateShut(ballot);
  return gateShut(ballot);
}

/** A channel whose papers are more than the rules allow of those issued on it; the explanation names it. */
function aboveLimit(ballot: Ballot, channel: keyof PerChannel): Unsealed | null {
  const shut = gateShut(partOf(ballot, channel));
  const last = shut?.outcome.explanation.at(-1);
  if (shut?.outcome.status !== 'void' || !last) return null;
  const named = { ...last, params: { ...last.params, channel } };
  return { ...shut, outcome: { ...shut.outcome, explanation: [...shut.outcome.explanation.slice(0, -1), named] } };
}

function gateShut(ballot: Ballot): Unsealed | null {
  const returned = returnedInAll(ballot);
  const outcome = decide({ ...frameOf(ballot), counts: countsOf(ballot, returned), ...listed(ballot, blanksOf(ballot, returned)) });
  return tellsVotes(outcome) ? null : { countingCase: null, outcome, papers: null };
}

/** Figures that add up and say nothing: as if every paper were blank, or chose the first option. */
function blanksOf({ kind, choices, scale }: Ballot, returned: number): Figures[] {
  return choices.map(({ id }, nth) => {
    switch (kind) {
      case 'appraisal': return { id, counts: Object.fromEntries((scale?.grades ?? []).map((grade) => [grade, 0])), abstain: returned };
      case 'poll': return { id, votes: nth === 0 ? returned : 0 };
      default: return { id, yes: 0, no: 0, abstain: returned };
    }
  });
}

/** As many votes as were found at the closing; where nobody counted them then, the figures tell. */
function countedHands(ballot: Ballot): Unsealed {
  const { hands, reconciliation } = ballot;
  if (!hands) throw BallotErrors.handsMissing();
  const raised = reconciliation?.returned ?? reconciliation?.voters ?? raisedIn(hands);
  const countingCase: Json = { ...frameOf(ballot), counts: countsOf(ballot, raised), ...listed(ballot, hands) };
  const outcome = decide(countingCase);
  return { countingCase: tellsVotes(outcome) ? countingCase : null, outcome, papers: null };
}

/** Everybody raises a hand in each matter, so the first tells how many they are; of options everybody chooses one. */
function raisedIn(hands: readonly Figures[]): number {
  const [first] = hands;
  if (!first) return 0;
  if ('votes' in first) return hands.reduce((sum, figures) => sum + ('votes' in figures ? figures.votes : 0), 0);
  return ('counts' in first ? Object.values(first.counts) : [first.yes, first.no]).reduce((sum, figure) => sum + figure, first.abstain);
}

/** The sums as the archive has them: no paper is ever opened, and each was proven to be filled in by the rules. */
function countedSealed(ballot: Ballot, means: CountingMeans): Unsealed {
  const countingCase = sealedPart(ballot, means);
  return { countingCase, outcome: decide(countingCase), papers: null };
}

function sealedPart(ballot: Ballot, { opened }: CountingMeans): Json {
  if (!opened?.sums) throw BallotErrors.sharesMissing(opened?.missing ?? holdersOf(ballot, 'SCRUTINEER'), opened?.lacking ?? circleOf(ballot).needed);
  return sealedCase(ballot, opened.sums);
}

function countedPapers(ballot: Ballot, means: CountingMeans): Unsealed {
  const { countingCase, ...found } = paperPart(ballot, means);
  return { countingCase, outcome: decide(countingCase), ...found };
}

type PaperPart = Pick<Unsealed, 'papers' | 'writtenIn'> & { readonly countingCase: Json };

/** The sheets as they were settled, each written name under the one person whom it means. */
function paperPart(ballot: Ballot, { entries, names = new WrittenNames() }: CountingMeans): PaperPart {
  const { sheets, ineligible, writtenIn } = names.merged(ballot, settledSheets(ballot, entries));
  const { countingCase, papers } = countSheets(ballot, sheets, ineligible);
  const doubtful = tallyRulings(sheets.map(({ ruling }) => ruling).filter((ruling) => ruling !== null));
  return { countingCase, papers: doubtful ? { ...papers, doubtful } : papers, ...(writtenIn.length > 0 ? { writtenIn } : {}) };
}

/** Both channels, each counted as if it were alone; the case has their figures in all. */
function countedMixed(ballot: Ballot, means: CountingMeans): Unsealed {
  const { countingCase: paper, ...found } = paperPart(partOf(ballot, 'paper'), means);
  const { countingCase, perChannel } = mixedCase(ballot, { sealed: sealedPart(partOf(ballot, 'sealed'), means), paper });
  return { countingCase, outcome: decide(countingCase), ...found, perChannel };
}

const COUNTED: Record<Channel, (ballot: Ballot, means: CountingMeans) => Unsealed> = { hands: countedHands, paper: countedPapers, sealed: countedSealed, mixed: countedMixed };

/** Decides by the engine's own door, so that whoever has the case gets the same answer from it. */
function decide(countingCase: Json): CountedOutcome {
  const outcome = countCase(countingCase);
  if (outcome.status === 'malformed') throw new Error(`ballot: the case that it made is malformed at "${outcome.field}": ${outcome.reason}`);
  return outcome;
}

const tellsVotes = (outcome: CountedOutcome): boolean => ['items', 'ranking', 'subjects', 'options'].some((votes) => votes in outcome);

const aboutOf = ({ explanation }: CountedOutcome): string | null => {
  const about = explanation.at(-1)?.params['about'];
  return typeof about === 'string' ? about : null;
};
