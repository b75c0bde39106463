import type { AddedUnitRole, RequestKind, RequestOutcome } from '@plenum/proposals-domain';
import type { PersonAnswer, UnitAnswer } from '../shapes/named.responses.js';

/** Where a request stands after what was just done to it. */
export class RequestVersionAnswer {
  id!: string;
  state!: 'OPEN' | 'ANSWERED' | 'TAKEN_BACK';
  version!: number;
}

/** What was made by asking: one request of each who owes an answer. */
export class RequestsMadeAnswer {
  items!: RequestVersionAnswer[];
}

/** Who owes an answer, by what they are; the member of the lead proposer's place is the one who leads it now. */
export class OwedByAnswer {
  who!: 'lead-proposer' | 'committee' | 'member' | 'unit' | 'head' | 'leader';
  member!: PersonAnswer | null;
  unit!: UnitAnswer | null;
}

/** A proposal that a request is about. */
export class ConcernedAnswer {
  id!: string;
  subject!: string;
  docketNo!: string | null;
}

export class RequestAnswerAnswer {
  /** Null where the time passed in silence. */
  by!: PersonAnswer | null;
  at!: string;
  outcome!: RequestOutcome;
  reason!: string | null;
  /** The unit that has the work by the answer; null where the answer names none. */
  unit!: UnitAnswer | null;
  role!: AddedUnitRole | null;
  /** The day that the answer sets; null where the rule of the call says it, or nothing is set. */
  dueOn!: string | null;
}

/** Until when the unit's reply would be due after an answer given now. */
export class ForeseenAnswer {
  outcome!: RequestOutcome;
  /** Null where no rule has a day: the answer must say one. */
  dueOn!: string | null;
}

/** The work of one unit that a request is about, and what is wished for it. */
export class RequestedWorkAnswer {
  handlingId!: string;
  leadUnit!: UnitAnswer;
  /** Until when its reply is due as things stand. */
  dueOn!: string | null;
  unit!: UnitAnswer | null;
  role!: AddedUnitRole | null;
  wishedDueOn!: string | null;
  /** The last day to which the call lets it be put off; null while it has no day. */
  extendableUntil!: string | null;
  /** For whoever may answer now: what each outcome leads to, as it was wished. */
  foreseen!: ForeseenAnswer[];
}

/** A request on a proposal, as one reader sees it. */
export class RequestItem {
  id!: string;
  kind!: RequestKind;
  state!: 'OPEN' | 'ANSWERED' | 'TAKEN_BACK';
  /** The proposal on which the answer is owed. */
  proposal!: ConcernedAnswer;
  /** Every proposal that it is about. */
  concerns!: ConcernedAnswer[];
  owedBy!: OwedByAnswer;
  /** The work of one unit that it is about; null where it is about the proposal. */
  work!: RequestedWorkAnswer | null;
  /** The last day for an answer; null where none is set. */
  dueOn!: string | null;
  overdue!: boolean;
  /** Whether the unit's time stands still while it is open. */
  isClockStopped!: boolean;
  askedBy!: PersonAnswer;
  askedAt!: string;
  reason!: string | null;
  answer!: RequestAnswerAnswer | null;
  version!: number;
  /** What the reader may answer now; none for whoever does not owe it. */
  outcomes!: RequestOutcome[];
  /** For which of them a reason is needed. */
  reasonedOutcomes!: RequestOutcome[];
  /** Whether the reader may take it back now. */
  mayTakeBack!: boolean;
}

/** The requests on a proposal that the reader may know of: the open ones first, of these what is due first. */
export class RequestListAnswer {
  items!: RequestItem[];
  /** What the reader may ask for now. */
  mayAsk!: RequestKind[];
}

/** What waits for an answer of the reader, on all proposals: what is due first comes first. */
export class OwedRequestsAnswer {
  items!: RequestItem[];
}
