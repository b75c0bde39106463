import type { Action, ClosingOutcome, ProposalState, RatingGrade, ReplyChannel, ReviewOutcome, Track } from '@plenum/proposals-domain';
import { PersonAnswer, UnitAnswer } from '../shapes/named.responses.js';

/** A proposal in a list. */
export class ProposalListItem {
  id!: string;
  sessionId!: string;
  callId!: string;
  subject!: string;
  category!: string | null;
  state!: ProposalState;
  track!: Track | null;
  docketNo!: string | null;
  leadProposer!: PersonAnswer;
  /** How many have signed. */
  seconders!: number;
  /** Asked to second it and not answered yet. */
  invited!: boolean;
  createdAt!: string;
  submittedAt!: string | null;
  late!: boolean;
  leadUnit!: UnitAnswer | null;
  dueOn!: string | null;
  overdue!: boolean;
  /** A key matter (重点督办). */
  key!: boolean;
}

export class ProposalListAnswer {
  items!: ProposalListItem[];
  /** At most a thousand; no page goes further. */
  total!: number;
  /** There are more than the total says. */
  isMore!: boolean;
  page!: number;
  pageSize!: number;
}

/** What a reply amounts to, in the words of the call. */
export class RegisterReply {
  resultCategory!: string;
  at!: string;
}

/** A proposal in the register. */
export class RegisterItem {
  id!: string;
  sessionId!: string;
  subject!: string;
  category!: string | null;
  state!: ProposalState;
  track!: Track | null;
  docketNo!: string | null;
  submittedAt!: string;
  leadProposer!: PersonAnswer;
  leadUnit!: UnitAnswer | null;
  reply!: RegisterReply | null;
}

export class RegisterAnswer {
  items!: RegisterItem[];
  /** Where the next stretch begins; null at the end. */
  next!: string | null;
  /** The categories in use, of all that the reader may see in the session. */
  categories!: string[];
}

export class SignatureAnswer {
  member!: PersonAnswer;
  state!: 'INVITED' | 'SIGNED' | 'DECLINED';
  /** Had signed before the text changed, and is asked to confirm. */
  toConfirm!: boolean;
  /** The number of the text that was signed; null of who never signed. */
  signedText!: number | null;
  at!: string;
}

/** Which text stands: who wrote it, and when. */
export class TextMarkAnswer {
  /** From 1; a text that others could read and that changed then has a number below. */
  number!: number;
  by!: PersonAnswer;
  at!: string;
  /** Others stood before, and the reader may compare them. */
  isComparable!: boolean;
}

export class ReviewAnswer {
  outcome!: ReviewOutcome;
  reason!: string | null;
  at!: string;
}

export class AssignmentAnswer {
  leadUnit!: UnitAnswer;
  assistingUnits!: UnitAnswer[];
  dueOn!: string;
  /** The date may still move with the holidays of a year that are not announced. */
  dueProvisional!: boolean;
  overdue!: boolean;
  assignedAt!: string;
  acknowledgedBy!: PersonAnswer | null;
  acknowledgedAt!: string | null;
}

export class RatingAnswer {
  attitude!: RatingGrade;
  result!: RatingGrade;
  comment!: string | null;
  at!: string;
}

export class ReplyAnswer {
  round!: number;
  text!: string;
  resultCategory!: string;
  channel!: ReplyChannel;
  /** The evidence, or the reason, that the result demands; null where it demands none. */
  basis!: string | null;
  by!: PersonAnswer;
  at!: string;
  overdue!: boolean;
  feedbackDueOn!: string | null;
  /** Null while there is none, and for whom it is kept from. */
  rating!: RatingAnswer | null;
}

export class WithdrawalAnswer {
  reason!: string;
  at!: string;
}

export class ClosedAnswer {
  outcome!: ClosingOutcome | null;
  /** There where the proposer was dissatisfied to the last, or whoever closed it could not know. */
  reason!: string | null;
  at!: string;
}

/** One step on the proposal's way. */
export class HistoryEntry {
  at!: string;
  /** Null for what time brings. */
  actor!: PersonAnswer | null;
  /** What happened, as its event is named: `ProposalSubmitted`. */
  kind!: string;
  /** What came of it: of a review, a closing, a merge that came to nothing. */
  outcome!: string | null;
  /** By when something is owed from then on. */
  dueOn!: string | null;
}

/** What a reply with one result must bring. */
export class ResultDemandRule {
  resultCategory!: string;
  demand!: 'promise' | 'evidence' | 'reason';
}

/** What the call says that a reader of the proposal needs. */
export class CallRulesAnswer {
  /** Null where proposals are taken all the year. */
  closesAt!: string | null;
  /** What is no matter for a proposal; confirmed at submission. */
  exclusions!: string[];
  minSeconders!: number;
  resultCategories!: string[];
  /** What a reply with a result must bring. */
  resultDemands!: ResultDemandRule[];
}

/** What a vote decided about the proposal, with its published figures. */
export class DecisionAnswer {
  ballotId!: string;
  /** Of the ballot. */
  title!: string;
  /** As the matter stood on the paper. */
  label!: string;
  passed!: boolean;
  yes!: number;
  no!: number;
  abstain!: number;
  /** The smallest count of yes that was enough. */
  needed!: number;
  at!: string;
  /** Why the ballot was annulled since; null where the decision stands. */
  annulledBecause!: string | null;
}

/** Why and when a proposal was made confidential. */
export class ConfidentialAnswer {
  reason!: string | null;
  at!: string;
}

/** A proposal with all that the reader may know of it. */
export class ProposalAnswer {
  id!: string;
  sessionId!: string;
  callId!: string;
  subject!: string;
  grounds!: string;
  measures!: string;
  category!: string | null;
  state!: ProposalState;
  track!: Track | null;
  /** The how manieth that was handed in in its session; null until it is. */
  receiptNo!: number | null;
  docketNo!: string | null;
  version!: number;
  text!: TextMarkAnswer;
  leadProposer!: PersonAnswer;
  /** Who has signed; the proposer also sees who is invited and who declined, and everybody sees their own. */
  signatures!: SignatureAnswer[];
  createdAt!: string;
  submittedAt!: string | null;
  late!: boolean;
  review!: ReviewAnswer | null;
  assignment!: AssignmentAnswer | null;
  replies!: ReplyAnswer[];
  withdrawal!: WithdrawalAnswer | null;
  closing!: ClosedAnswer | null;
  /** The first first; a later vote does not take the place of an earlier one. */
  decisions!: DecisionAnswer[];
  history!: HistoryEntry[];
  call!: CallRulesAnswer;
  /** Kept from everybody without need; why, where somebody said. */
  confidential!: ConfidentialAnswer | null;
  /** Whether the reader may keep it confidential, or open it again. */
  maySetConfidentiality!: boolean;
  /** Whether the reader may see how the matter is looked after. */
  seesSupervision!: boolean;
  /** What the reader may do now. */
  allowedActions!: Action[];
}
