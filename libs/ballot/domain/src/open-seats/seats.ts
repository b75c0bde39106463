import type { ElectionOutcome } from '../counting/outcome.js';
import type { Ballot } from '../record/ballot.js';
import { currentDrawing } from './lots.js';

/** Somebody elected, and whether by votes or by lot. */
export interface Elected {
  readonly id: string;
  readonly byLot: boolean;
}

/** What became of the seats of an election. */
export interface Seats {
  readonly elected: readonly Elected[];
  /** Seats that the count left open and no further round fills. */
  readonly vacant: number;
  /** Of these, those decided about, and those that are not. */
  readonly decided: number;
  readonly open: number;
}

const electionOutcome = ({ tally }: Ballot): ElectionOutcome | null => (tally && 'elected' in tally.outcome ? tally.outcome : null);

/** Who is elected: by votes in rank order, then by lot in the order of the draw. */
export function electedIn(ballot: Ballot): readonly Elected[] {
  const byVotes = electionOutcome(ballot)?.elected ?? [];
  const byLot = currentDrawing(ballot)?.drawn?.elected ?? [];
  return [...byVotes.map((id) => ({ id, byLot: false })), ...byLot.map((id) => ({ id, byLot: true }))];
}

/** Which member an id of the count means, printed or written in; null where it means none that is known. */
export const memberOf = ({ choices, tally }: Ballot, id: string): string | null =>
  (choices.find((choice) => choice.id === id) ?? tally?.writtenIn?.find((person) => person.id === id))?.memberId ?? null;

/** The seats of a counted election; null for any other ballot, and where a gate stopped the count. */
export function seatsOf(ballot: Ballot): Seats | null {
  const outcome = electionOutcome(ballot);
  if (outcome === null) return null;
  const vacant = outcome.nextRound === null ? outcome.vacant : 0;
  const decided = ballot.decisions.reduce((sum, { seats }) => sum + seats, 0);
  return { elected: electedIn(ballot), vacant, decided, open: vacant - decided };
}

/** Which policy of the rules left seats open: one of shortage, or that of ties. */
export const vacancyPolicy = (ballot: Ballot): 'vacant' | 'presidium' | 'reduce' => electionOutcome(ballot)?.shortage ?? 'vacant';
