import type { BallotView, HandCount, Ranked, ResultView } from '../../api/shapes.js';

/** What became of a candidate: by votes, or where lots decided among those level at the last seat. */
export type CandidateOutcome = Ranked['outcome'] | 'elected-by-lot' | 'not-drawn';

type DrawnResult = Pick<ResultView, 'outcome' | 'seats' | 'drawings'>;

const lotsAreDrawn = ({ drawings }: Pick<DrawnResult, 'drawings'>): boolean => drawings.some(({ elected }) => elected !== null);

/** What becomes of a candidate: the count calls level whom lots decide about, and stays as it was signed; the lots are told beside it. */
export function candidateOutcomeOf(
  result: Pick<DrawnResult, 'seats' | 'drawings'>,
  { id, outcome }: Pick<Ranked, 'id' | 'outcome'>,
): CandidateOutcome {
  if (outcome !== 'tied' || !lotsAreDrawn(result)) return outcome;
  return result.seats?.elected.some((each) => each.byLot && each.id === id) ? 'elected-by-lot' : 'not-drawn';
}

/**
 * The votes against and the abstentions of every candidate, where the paper asked for them: the count has both in any case, since who
 * is not marked is abstained on. Paper and hands tell by a vote against, sealed papers by their rules.
 */
export function threeWayIn({ rules, countingCase }: Pick<ResultView, 'rules' | 'countingCase'>): ReadonlyMap<string, HandCount> | null {
  const candidates = countingCase?.kind === 'election' ? countingCase.candidates : [];
  const isAsked = rules.procedure?.sealedMarks === 'three-way' || candidates.some(({ no }) => no > 0);
  return isAsked ? new Map(candidates.map((candidate) => [candidate.id, candidate])) : null;
}

export const isElected = (outcome: CandidateOutcome): boolean => outcome === 'elected' || outcome === 'elected-by-lot';

/** How the vote ended, as a key of its words: where lots were asked for, whether they are drawn. */
export const statusOf = (result: Pick<DrawnResult, 'outcome' | 'drawings'>): string =>
  result.outcome.status === 'lots' && lotsAreDrawn(result) ? 'lots-drawn' : result.outcome.status;

/** The context of a message, where the election has one of its own: a primary elects nobody, it says who goes on to the election. */
export interface ElectionContext {
  readonly context?: 'primary';
}

export const electionContextOf = ({ primaryOf }: Pick<BallotView, 'primaryOf'>): ElectionContext =>
  primaryOf ? { context: 'primary' } : {};
