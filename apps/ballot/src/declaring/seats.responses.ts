import type { VacancyDecision } from '@plenum/ballot-domain';
import { ChoiceAnswer } from '../shapes/ballot.responses.js';

/** Somebody elected. */
export class ElectedAnswer {
  id!: string;
  /** Whether lots decided it. */
  byLot!: boolean;
}

/** What became of the seats of an election. */
export class SeatsAnswer {
  /** By votes in rank order, then by lot. */
  elected!: ElectedAnswer[];
  /** Seats that the count left open and no further round fills. */
  vacant!: number;
  /** Of these, those about which it was decided, and those still open. */
  decided!: number;
  open!: number;
  /** What may be decided about those still open, by the adopted rules. */
  decidable!: VacancyDecision[];
}

/** What an officer put in. */
export class ContributionAnswer {
  memberId!: string;
  commitment!: string;
  /** Null until it is revealed. */
  contribution!: string | null;
}

/** One drawing of lots: with ballot, tied and contributions anybody can draw it again. */
export class DrawingAnswer {
  no!: number;
  tied!: string[];
  seats!: number;
  begunAt!: string;
  contributions!: ContributionAnswer[];
  /** Who was drawn, in that order; null until all have revealed. */
  elected!: string[] | null;
  drawnAt!: string | null;
  /** Why it came to nothing; null where it did not. */
  voidedBecause!: string | null;
  voidedAt!: string | null;
}

/** What was decided about open seats. */
export class DecisionAnswer {
  what!: VacancyDecision;
  seats!: number;
  text!: string;
  candidates!: ChoiceAnswer[];
  /** The member who recorded it. */
  by!: string;
  at!: string;
}
