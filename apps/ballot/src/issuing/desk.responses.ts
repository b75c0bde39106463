import type { Holding } from '@plenum/ballot-domain';
import { PersonAnswer } from '../reading/ballots.responses.js';

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

/** A slip that counts no more. */
export class VoidSlipAnswer {
  serial!: number;
  fate!: 'lost' | 'taken-back' | 'voided';
}

/** The slips with voting codes, as numbers; who drew which nobody knows. */
export class SlipsAnswer {
  /** The salt of the codes; null until the roll is frozen. */
  electionId!: string | null;
  prepared!: number;
  /** The highest number that any slip has; 0 while there is none. */
  lastSerial!: number;
  /** Drawn by somebody, and counting. */
  issued!: number;
  lost!: number;
  takenBack!: number;
  voided!: number;
  /** Still to be drawn, or to be voided before the opening. */
  left!: number;
  /** The slips that count no more, by number. */
  void!: VoidSlipAnswer[];
}

/** A password on the roll that was set by way of a one-time code since the session was announced. */
export class AccountResetAnswer {
  member!: PersonAnswer;
  at!: string;
  /** Who gave the code; null where it went to the member's own address. */
  madeBy!: PersonAnswer | null;
  /** There was no password before. */
  isFirst!: boolean;
  /** A first password that was set after the session had begun. */
  late!: boolean;
  /** The account receives no sealed paper until an officer of another office confirms it. */
  isHeld!: boolean;
  confirmedBy!: PersonAnswer | null;
}

export class AccountResetsAnswer {
  items!: AccountResetAnswer[];
}

/** Somebody whom another hand signed in to the session. */
export class DeskSignInAnswer {
  member!: PersonAnswer;
  at!: string;
  madeBy!: PersonAnswer;
  /** After the session had begun. */
  late!: boolean;
}

export class DeskSignInsAnswer {
  items!: DeskSignInAnswer[];
}

/** Somebody at a desk. */
export class ClaimantAnswer {
  member!: PersonAnswer;
  onRoll!: boolean;
  present!: boolean;
  /** What they have to vote with; null for nothing yet. */
  holds!: Holding | null;
}
