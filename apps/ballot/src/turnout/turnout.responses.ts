import type { BallotState, Channel } from '@plenum/ballot-domain';

/** Papers by channel; null for a channel that the ballot has not, and for what is not known yet. */
export class TurnoutPapersAnswer {
  inAll!: number | null;
  sealed!: number | null;
  paper!: number | null;
}

/** A delegation: who is there and who has something to vote with, as numbers. Who has voted nobody can say, so there is no such figure. */
export class DelegationTurnoutAnswer {
  /** Null for those without a delegation. */
  delegationId!: string | null;
  name!: string | null;
  roll!: number;
  present!: number;
  /** Null where papers are not issued person by person. */
  issued!: number | null;
}

/** How far a vote is, for the hall. `returned` is known in all and never of a group: a sealed paper has no name, and a box none either. */
export class TurnoutAnswer {
  ballotId!: string;
  state!: BallotState;
  channel!: Channel;
  roll!: number;
  present!: number;
  issued!: TurnoutPapersAnswer;
  /** Of sealed papers those on the board, of paper those counted out of the box at the closing. */
  returned!: TurnoutPapersAnswer;
  /** The delegations that are large enough to be told by themselves. */
  delegations!: DelegationTurnoutAnswer[];
  /** From how many of the roll on a delegation is told. */
  delegationsFrom!: number;
  /** How many delegations are not. */
  delegationsNotTold!: number;
}
