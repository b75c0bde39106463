import type { BallotState } from '@plenum/ballot-domain';
import { ClauseAnswer } from './clause.responses.js';

/** Where a ballot stands after a change. */
export class BallotVersionAnswer {
  id!: string;
  state!: BallotState;
  version!: number;
}

/** A member by id; the name is null for the moment in which only the id is known. */
export class PersonAnswer {
  id!: string;
  name!: string | null;
}

/** A matter or a candidate. */
export class ChoiceAnswer {
  id!: string;
  label!: string;
  memberId!: string | null;
  /** The proposal that an item of a resolution decides. */
  proposalId?: string | null;
  /** The unit that an item of a resolution finds excellent or not. */
  unitId?: string | null;
}

/** What is voted on, in the list of its kind; an appraisal with its grades. */
export class ChoiceListsAnswer {
  /** Of a resolution. */
  items?: ChoiceAnswer[];
  /** Of an election. */
  candidates?: ChoiceAnswer[];
  /** Of an appraisal. */
  subjects?: ChoiceAnswer[];
  /** Of a poll. */
  options?: ChoiceAnswer[];
  /** Of an appraisal, the best first. */
  grades?: string[];
  /** Names for several grades together. */
  rates?: Record<string, string[]>;
}

/** Papers of one channel of a mixed ballot; null until they are known. */
export class ChannelCountsAnswer {
  /** 发出 */
  issued!: number | null;
  /** 收回 */
  returned!: number | null;
}

/** The papers of a mixed ballot, channel by channel. */
export class PerChannelAnswer {
  sealed!: ChannelCountsAnswer;
  paper!: ChannelCountsAnswer;
}

/** The figures at the opening. */
export class AtOpeningAnswer {
  present!: number;
  issued!: number;
  /** Whether papers were issued person by person. */
  byRegister!: boolean;
}

/** Papers and slips that count no more. */
export class DeskFiguresAnswer {
  papersTakenBack!: number;
  credentialsTakenBack!: number;
  slipsPrepared!: number;
  slipsLost!: number;
  slipsTakenBack!: number;
  slipsVoided!: number;
}

/** Who of the roll was there at a moment, and whether that was a quorum. */
export class QuorumAtAnswer {
  present!: number;
  holds!: boolean;
}

/** The quorum as it was proven. The opening decides; one that is lost by the close is told and undoes nothing. */
export class QuorumAnswer {
  needed!: number;
  atOpening!: QuorumAtAnswer;
  /** Null until the voting is closed, and where nobody signs in. */
  atClose!: QuorumAtAnswer | null;
  /** Where the source of the preset asks it; null without one. */
  clause!: ClauseAnswer | null;
}

/** What was found of the paper, as it stands in a correction. */
export class FoundAnswer {
  voters!: number | null;
  returned!: number | null;
}

/** A figure that the chiefs put right together, or that one of them says has to be. */
export class CorrectionAnswer {
  before!: FoundAnswer;
  found!: FoundAnswer;
  reason!: string;
  /** The chief who said it first. */
  by!: string;
  /** The other chief; null until the same was said by both. */
  confirmedBy!: string | null;
}

/** The figures of the meeting; null until they are fixed. Invalid and valid are known with the result. */
export class CountsAnswer {
  /** 应到 */
  roll!: number | null;
  /** 实到 */
  present!: number | null;
  /** 发出 */
  issued!: number | null;
  voters!: number | null;
  /** 收回 */
  returned!: number | null;
  /** 废票 */
  invalid!: number | null;
  /** 有效票 */
  valid!: number | null;
  /** Null where the rules ask none, and until the voting is opened. */
  quorum!: QuorumAnswer | null;
  /** The parts of issued and returned; null unless the ballot is mixed. */
  perChannel!: PerChannelAnswer | null;
  /** Present and issued when the voting opened, before late arrivals; null until then. */
  atOpening!: AtOpeningAnswer | null;
  /** What the desks took back or voided before the opening. */
  desk!: DeskFiguresAnswer;
  /** Figures of the closing that were mistyped. */
  corrections!: CorrectionAnswer[];
}

/** The document in which the higher body answered. */
export class HigherAnswerAnswer {
  approved!: boolean;
  reference!: string;
  documentOn!: string;
  /** Why it did not approve; null where it did. */
  reason!: string | null;
  at!: string;
}

/** What is asked of the higher body after the declaration. */
export class ApprovalAnswer {
  /** The last day on which its answer is in time. */
  dueOn!: string;
  /** A holiday notice that is not out yet may still move the day. */
  provisional!: boolean;
  answer!: HigherAnswerAnswer | null;
}

/** The period of posting. */
export class PostingAnswer {
  /** The last day on which anybody may object. */
  untilOn!: string;
  /** When that day is over. */
  endsAt!: string;
  provisional!: boolean;
}

/** How many objections there are. */
export class ObjectionCountsAnswer {
  open!: number;
  /** An objection that is upheld asks for the annulment. */
  upheld!: number;
  dismissed!: number;
}

/** Why a ballot is annulled. */
export class AnnulmentAnswer {
  reason!: string;
  at!: string;
  /** The ballot on whose result it hung, and which took it along; null where the violation was its own. */
  alongWith!: string | null;
}
