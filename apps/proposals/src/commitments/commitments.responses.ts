import type { CommitmentAction, CommitmentState, CommitmentStep, Settlement } from '@plenum/proposals-domain';
import { FileAnswer } from '../shapes/file.responses.js';
import { PersonAnswer, UnitAnswer } from '../shapes/named.responses.js';

/** The proposal that something was promised on. */
export class PromisedOnAnswer {
  id!: string;
  subject!: string;
  docketNo!: string | null;
}

/** A promise in the ledger. */
export class CommitmentItem {
  id!: string;
  proposal!: PromisedOnAnswer;
  /** Of the proposal. */
  sessionId!: string;
  unit!: UnitAnswer;
  promise!: string;
  /** The day that was promised first. */
  firstDueOn!: string;
  dueOn!: string;
  overdue!: boolean;
  /** Made by the unit with its reply, or by the committee from a reply that stands. */
  origin!: 'REPLY' | 'COMMITTEE';
  state!: CommitmentState;
  /** How often it was carried on. */
  carried!: number;
  madeAt!: string;
  version!: number;
}

export class LedgerAnswer {
  items!: CommitmentItem[];
  /** At most a thousand; no page goes further. */
  total!: number;
  /** There are more than the total says. */
  isMore!: boolean;
  page!: number;
  pageSize!: number;
}

/** One thing that happened to a promise. */
export class CommitmentStepAnswer {
  kind!: CommitmentStep['kind'];
  settlement!: Settlement | null;
  text!: string | null;
  link!: string | null;
  /** The evidence that was given with it. */
  files!: FileAnswer[];
  /** The day to which it is, or is asked to be, carried on. */
  dueOn!: string | null;
  by!: PersonAnswer;
  at!: string;
}

/** A promise with all that happened to it. */
export class CommitmentAnswer extends CommitmentItem {
  /** Of the reply that it stands in. */
  round!: number;
  madeBy!: PersonAnswer;
  steps!: CommitmentStepAnswer[];
  /** What the reader may do now. */
  allowedActions!: CommitmentAction[];
}

/** The promises on one proposal. */
export class CommitmentsOfProposalAnswer {
  items!: CommitmentAnswer[];
  /** The units from whose replies the reader may enter another. */
  mayCommitFor!: UnitAnswer[];
}

/** Where a promise stands after what was just done to it. */
export class CommitmentVersionAnswer {
  id!: string;
  state!: CommitmentState;
  version!: number;
}

/** Promises in figures. What is due is the sum of done, explained, carried and open; what was made, of due and ahead. */
export class CommitmentFiguresAnswer {
  made!: number;
  /** Promised for a day by the cut-off, whether or not carried on since. */
  due!: number;
  done!: number;
  explained!: number;
  carried!: number;
  open!: number;
  ahead!: number;
  aheadDone!: number;
}

export class UnitCommitmentFiguresAnswer extends CommitmentFiguresAnswer {
  unit!: UnitAnswer;
}

/** What opens the next session's report. */
export class CarryOverAnswer extends CommitmentFiguresAnswer {
  /** The last day that is looked at. */
  cutOff!: string;
  /** Those with most promises first. */
  byUnit!: UnitCommitmentFiguresAnswer[];
}
