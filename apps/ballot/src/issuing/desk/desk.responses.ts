import type { Holding } from '@plenum/ballot-domain';
import { PersonAnswer } from '../../shapes/ballot.responses.js';

/** Somebody who has a paper. */
export class PaperHolderAnswer {
  member!: PersonAnswer;
  /** Who has left keeps the voting from being opened, until they are back or the paper is. */
  present!: boolean;
}

/** Who has a paper. */
export class IssuedPapersAnswer {
  /** Whether papers are issued person by person; otherwise their number is told at the opening. */
  byRegister!: boolean;
  /** How many of `holders` there are. */
  issued!: number;
  /** Papers taken back before the opening: void. */
  takenBack!: number;
  /** Sorted by id, which tells no order of issuing. */
  holders!: PaperHolderAnswer[];
}

/** Somebody at a desk. */
export class ClaimantAnswer {
  member!: PersonAnswer;
  onRoll!: boolean;
  present!: boolean;
  /** What they have to vote with; null for nothing yet. */
  holds!: Holding | null;
}
