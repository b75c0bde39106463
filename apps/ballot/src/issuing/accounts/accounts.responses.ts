import { PersonAnswer } from '../../shapes/ballot.responses.js';

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
