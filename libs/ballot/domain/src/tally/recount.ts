import { count as countCase } from '../counting/count.js';
import type { CountedOutcome } from '../counting/outcome.js';
import { tallyRulings } from '../paper-entry/rulings.js';
import type { MergedNames } from '../paper-entry/written-names.js';
import type { Ballot } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { PerChannel } from '../record/conduct.js';
import type { Figures, Tally, TallyCase } from '../record/count.js';
import type { Channel } from '../rules/vocabulary.js';
import type { QuestionSums } from '../sealed/sealed-questions.js';
import { caseOf, type CountingInput, countSheets, countsOf, mixedCase, channelPartOf, returnedInAll, sealedCase } from './counting-case.js';
import { raisedIn } from './hands.js';

/** What is counted: the ballot as it was closed, without who took part in it. */
export type RecountInput = CountingInput & Pick<Ballot, 'channel' | 'issuedPerChannel' | 'hands'>;

/** The votes, asked for only where no gate stops the count before. Each may throw why it is not there. */
export interface Votes {
  /** The sheets as settled, with the names on them merged. */
  readonly papers: () => MergedNames;
  /** The sums that the scrutineers opened. */
  readonly sums: () => QuestionSums;
}

/** A count without its fingerprint. */
export type CountedTally = Omit<Tally, 'digest'>;

/**
 * Counts by the engine, the same for whoever counts: the service on the day, anybody from the evidence afterwards. A gate that stops the
 * count needs no votes.
 * @throws `ballot.hands-missing`, and what the votes throw
 */
export function recount(ballot: RecountInput, votes: Votes): CountedTally {
  return stopped(ballot) ?? COUNTED[ballot.channel](ballot, votes);
}

/**
 * The outcome where a gate is shut that looks at no vote: then no vote is looked at (R30). Hands have no such gate. On a mixed ballot
 * too many papers on one channel void the vote, also where the other has room for them.
 */
function stopped(ballot: RecountInput): CountedTally | null {
  if (ballot.channel === 'hands') return null;
  if (ballot.channel === 'mixed') return aboveLimit(ballot, 'sealed') ?? aboveLimit(ballot, 'paper') ?? gateShut(ballot);
  return gateShut(ballot);
}

/** A channel whose papers are more than the rules allow of those issued on it; the explanation names it. */
function aboveLimit(ballot: RecountInput, channel: keyof PerChannel): CountedTally | null {
  const shut = gateShut(channelPartOf(ballot, channel));
  const last = shut?.outcome.explanation.at(-1);
  if (shut?.outcome.status !== 'void' || !last) return null;
  const named = { ...last, params: { ...last.params, channel } };
  return { ...shut, outcome: { ...shut.outcome, explanation: [...shut.outcome.explanation.slice(0, -1), named] } };
}

function gateShut(ballot: RecountInput): CountedTally | null {
  const returned = returnedInAll(ballot);
  const outcome = decide(caseOf(ballot, countsOf(ballot, returned), blanksOf(ballot, returned)));
  return tellsVotes(outcome) ? null : { countingCase: null, outcome, papers: null };
}

/** Figures that add up and say nothing: as if every paper were blank, or chose the first option. */
function blanksOf({ kind, choices, scale }: RecountInput, returned: number): Figures[] {
  return choices.map(({ id }, nth) => {
    switch (kind) {
      case 'appraisal':
        return { id, counts: Object.fromEntries((scale?.grades ?? []).map((grade) => [grade, 0])), abstain: returned };
      case 'poll':
        return { id, votes: nth === 0 ? returned : 0 };
      default:
        return { id, yes: 0, no: 0, abstain: returned };
    }
  });
}

/** As many votes as were found at the closing; where nobody counted them then, the figures tell. */
function countedHands(ballot: RecountInput): CountedTally {
  const { hands, reconciliation } = ballot;
  if (!hands) throw BallotErrors.handsMissing();
  const raised = reconciliation?.returned ?? reconciliation?.voters ?? raisedIn(hands);
  const countingCase = caseOf(ballot, countsOf(ballot, raised), hands);
  const outcome = decide(countingCase);
  return { countingCase: tellsVotes(outcome) ? countingCase : null, outcome, papers: null };
}

/** The sums as the archive has them: no paper is ever opened, and each was proven to be filled in by the rules. */
function countedSealed(ballot: RecountInput, { sums }: Votes): CountedTally {
  const countingCase = sealedCase(ballot, sums());
  return { countingCase, outcome: decide(countingCase), papers: null };
}

function countedPapers(ballot: RecountInput, { papers }: Votes): CountedTally {
  const { countingCase, ...found } = paperPart(ballot, papers());
  return { countingCase, outcome: decide(countingCase), ...found };
}

type PaperPart = Pick<CountedTally, 'papers' | 'writtenIn'> & { readonly countingCase: TallyCase };

/** The sheets as they were settled, each written name under the one person whom it means. */
function paperPart(ballot: RecountInput, { sheets, ineligible, writtenIn }: MergedNames): PaperPart {
  const { countingCase, papers } = countSheets(ballot, sheets, ineligible);
  const doubtful = tallyRulings(sheets.map(({ ruling }) => ruling).filter((ruling) => ruling !== null));
  return { countingCase, papers: doubtful ? { ...papers, doubtful } : papers, ...(writtenIn.length > 0 ? { writtenIn } : {}) };
}

/** Both channels, each counted as if it were alone; the case has their figures in all. */
function countedMixed(ballot: RecountInput, { papers, sums }: Votes): CountedTally {
  const { countingCase: paper, ...found } = paperPart(channelPartOf(ballot, 'paper'), papers());
  const { countingCase, perChannel } = mixedCase(ballot, { sealed: sealedCase(channelPartOf(ballot, 'sealed'), sums()), paper });
  return { countingCase, outcome: decide(countingCase), ...found, perChannel };
}

const COUNTED: Record<Channel, (ballot: RecountInput, votes: Votes) => CountedTally> = {
  hands: countedHands,
  paper: countedPapers,
  sealed: countedSealed,
  mixed: countedMixed,
};

/** Decides by the engine's own reading of a case, so that whoever has the case gets the same answer from it. */
function decide(countingCase: TallyCase): CountedOutcome {
  const outcome = countCase(countingCase);
  if (outcome.status === 'malformed')
    throw new Error(`ballot: the case that it made is malformed at "${outcome.field}": ${outcome.reason}`);
  return outcome;
}

const tellsVotes = (outcome: CountedOutcome): boolean => ['items', 'ranking', 'subjects', 'options'].some((votes) => votes in outcome);
