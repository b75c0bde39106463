import { type Ballot, possibleDecisions, type LotsDrawing, seatsOf } from '@plenum/ballot-domain';
import type { DecisionAnswer, DrawingAnswer, SeatsAnswer } from './seats.responses.js';

/** What became of the seats of a counted ballot, and by what. */
export function seatsAnswer(ballot: Ballot): {
  readonly seats: SeatsAnswer | null;
  readonly drawings: DrawingAnswer[];
  readonly decisions: DecisionAnswer[];
} {
  const seats = seatsOf(ballot);
  return {
    seats: seats && { ...seats, elected: seats.elected.map((each) => ({ ...each })), decidable: [...possibleDecisions(ballot)] },
    drawings: ballot.drawings.map(drawingAnswer),
    decisions: ballot.decisions.map(({ at, candidates, ...decision }) => ({
      ...decision,
      candidates: candidates.map((each) => ({ ...each })),
      at: at.toISOString(),
    })),
  };
}

const drawingAnswer = ({ no, tied, seats, begunAt, contributions, drawn, voided }: LotsDrawing): DrawingAnswer => ({
  no,
  tied: [...tied],
  seats,
  begunAt: begunAt.toISOString(),
  contributions: contributions.map(({ memberId, commitment, value }) => ({ memberId, commitment, contribution: value })),
  elected: drawn && [...drawn.elected],
  drawnAt: drawn?.at.toISOString() ?? null,
  voidedBecause: voided?.reason ?? null,
  voidedAt: voided?.at.toISOString() ?? null,
});
