import type {
  Action,
  ClosingOutcome,
  EndorsementOutcome,
  HandlingAction,
  HandlingRequestKind,
  HandlingState,
  MatterState,
  ProposalSettings,
  RatingGrade,
  ReplyChannel,
  ReviewBody,
  ReviewOutcome,
  StatusWord,
  StepOutcome,
  Track,
} from '@plenum/proposals-domain';
import { FileAnswer } from '../shapes/file.responses.js';
import { DelegationNameAnswer, PersonAnswer, UnitAnswer } from '../shapes/named.responses.js';

/** A proposal in a list. */
export class ProposalListItem {
  id!: string;
  sessionId!: string;
  callId!: string;
  subject!: string;
  category!: string | null;
  state!: MatterState;
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
  /** Counts the changes. */
  version!: number;
  /** A key matter (重点督办). */
  key!: boolean;
  /** What it waits for, the most urgent first, as far as the reader is told. */
  words!: StatusWord[];
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
  state!: MatterState;
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
  /** Signed on a form of paper. */
  onPaper!: boolean;
  /** The number of the text that was signed; null of who never signed. */
  signedText!: number | null;
  at!: string;
}

/** What one meeting found about a proposal. */
export class ReviewStepAnswer {
  body!: ReviewBody;
  metOn!: string;
  present!: PersonAnswer[];
  /** Those of them who had written or seconded it. */
  concerned!: PersonAnswer[];
  opinion!: string | null;
  /** What it proposes; where it decides, what it decided. */
  outcome!: StepOutcome;
  decides!: boolean;
  reason!: string | null;
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
  /** Who decided it. */
  body!: ReviewBody;
  outcome!: ReviewOutcome;
  reason!: string | null;
  at!: string;
}

/** How one of those who were asked found a reply. */
export class RatingAnswer {
  /** Null of a rating from before that was kept. */
  by!: PersonAnswer | null;
  /** Null where the call does not ask for it, as the result. */
  attitude!: RatingGrade | null;
  result!: RatingGrade | null;
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
  /** The evidence that went out with it. */
  files!: FileAnswer[];
  by!: PersonAnswer;
  at!: string;
  overdue!: boolean;
  feedbackDueOn!: string | null;
  /** Empty while there are none, and for whom they are kept from. */
  ratings!: RatingAnswer[];
}

export class WithdrawalAnswer {
  reason!: string;
  at!: string;
}

export class EndingAnswer {
  outcome!: ClosingOutcome | null;
  /** There where the proposer was dissatisfied to the last, or whoever ended it could not know. */
  reason!: string | null;
  at!: string;
}

/** What a leader wrote on an assignment. */
export class InstructionAnswer {
  text!: string;
  leader!: string;
}

/** That nobody rated the latest reply in time. */
export class SilenceAnswer {
  /** What the call takes it for. */
  policy!: ProposalSettings['silencePolicy'];
  at!: string;
  /** Why, where that was to be said, and was. */
  explanation!: SilenceExplanation | null;
}

export class SilenceExplanation {
  text!: string;
  by!: PersonAnswer;
  at!: string;
}

/** The meeting of committee, unit and proposers after the last round. */
export class EscalationMeetingAnswer {
  metOn!: string;
  present!: PersonAnswer[];
  /** Null for readers who neither proposed it, handle it, nor run or oversee the session. */
  minutes!: string | null;
  at!: string;
}

/** Days in a row that are not counted. */
export class DaysLeftOutAnswer {
  from!: string;
  until!: string;
  /** They are not worked, or the unit's time stood. */
  because!: 'not-worked' | 'stood';
}

/** How a reply comes to its last day. */
export class ClockAnswer {
  startedOn!: string;
  /** The unit's time stands while somebody is asked: its last day is counted anew when it runs on. */
  isStopped!: boolean;
  counted!: number;
  leftOut!: DaysLeftOutAnswer[];
  /** Until when it was before more time was granted. */
  extendedFrom!: string | null;
}

/** What somebody may ask about the work of a unit, and by when. */
export class AskingAnswer {
  kinds!: HandlingRequestKind[];
  /** The last day on which somebody may object to the assignment. */
  objectionUntil!: string;
  /** The last day to which the call lets the reply be put off; null while it has no day. */
  extendableUntil!: string | null;
  /** For how many working days the clock stands at most while the proposer is asked. */
  clarificationWorkingDays!: number;
}

/** The work of one lead unit, or of one of several separate units. */
export class HandlingAnswer {
  id!: string;
  state!: HandlingState;
  /** Of the handling: what is decided on it names this one. */
  version!: number;
  leadUnit!: UnitAnswer;
  assistingUnits!: UnitAnswer[];
  /** Null until the next session is set up, where it is due before that. */
  dueOn!: string | null;
  /** The date may still move with the holidays of a year that are not announced. */
  dueProvisional!: boolean;
  /** So many days before the next session it is due; null where it is by another rule, or on a day that somebody set. */
  daysBeforeSession!: number | null;
  overdue!: boolean;
  /** By when the lead unit is to speak with the proposer; null where it need not, or has. */
  contactDueOn!: string | null;
  assignedAt!: string;
  acknowledgedBy!: PersonAnswer | null;
  acknowledgedAt!: string | null;
  replies!: ReplyAnswer[];
  /** Who still is to rate the latest reply; null for whom ratings are kept from, and where nobody is asked. */
  awaitedRatings!: PersonAnswer[] | null;
  silence!: SilenceAnswer | null;
  meeting!: EscalationMeetingAnswer | null;
  ending!: EndingAnswer | null;
  /** What a leader wrote on the assignment; null where nobody did, and for whom it is not. */
  instruction!: InstructionAnswer | null;
  /** Whether the reader may fetch the letter of assignment. */
  seesAssignment!: boolean;
  /** Whether the reader may see drafts of the reply. */
  seesDraft!: boolean;
  /** Whether there are drafts of a unit that led it before, which the reader may see. */
  seesFormerDrafts!: boolean;
  /** How the reply comes to its last day. */
  clock!: ClockAnswer;
  /** What the reader may do on it now. */
  allowedActions!: HandlingAction[];
  /** What the reader may ask about it now. */
  asking!: AskingAnswer;
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
  /** What was asked about the work of a unit, or answered. */
  request!: HandlingRequestKind | null;
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
  /** What a review may end in. */
  reviewOutcomes!: string[];
  /** The steps of a review, in order; the last decides. */
  reviewSteps!: string[];
  /** How replies are rated: in how many grades, on what, by whom, and what silence is taken for. */
  ratingScale!: 3 | 4;
  ratingDimensions!: ProposalSettings['ratingDimensions'][number][];
  ratedBy!: ProposalSettings['ratedBy'];
  silencePolicy!: ProposalSettings['silencePolicy'];
  /** What a reply with a result must bring. */
  resultDemands!: ResultDemandRule[];
  /** Whether proposal and reply are published as the matter closes, or once its proposer consents. */
  publishReplies!: ProposalSettings['publishReplies'];
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

/** That it came on a form of paper, which the committee entered. */
export class PaperAnswer {
  receivedOn!: string;
  enteredBy!: PersonAnswer;
  enteredAt!: string;
}

/** Why and when a proposal was made confidential. */
export class ConfidentialAnswer {
  reason!: string | null;
  at!: string;
}

/** How many delegates of the delegation support its proposal, of how many, and how many it needs; a proposal that is not handed in yet. */
export class DelegationSupportAnswer {
  signed!: number;
  needed!: number;
  delegates!: number;
}

/** Whose proposal it is, where it is a delegation's. */
export class ProposingDelegationAnswer extends DelegationNameAnswer {
  /** Null once it was handed in. */
  support!: DelegationSupportAnswer | null;
}

/** That it goes, or went, through the head of the lead proposer's delegation. */
export class EndorsementAnswer {
  delegation!: DelegationNameAnswer;
  /** The last day on which the head may say a word. */
  dueOn!: string;
  /** Null while nothing is decided. */
  outcome!: EndorsementOutcome | null;
  reason!: string | null;
  by!: PersonAnswer | null;
  at!: string | null;
}

/** That a matter was brought in from the committee's table of an earlier session. */
export class ImportedAnswer {
  /** The name in the table, where no member bears it. */
  proposer!: string | null;
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
  state!: MatterState;
  track!: Track | null;
  /** The how manieth that was handed in in its session; null until it is. */
  receiptNo!: number | null;
  docketNo!: string | null;
  version!: number;
  text!: TextMarkAnswer;
  leadProposer!: PersonAnswer;
  /** Null for a proposal of persons. */
  delegation!: ProposingDelegationAnswer | null;
  /** Null where it goes through no head of a delegation. */
  endorsement!: EndorsementAnswer | null;
  /** Handed in now, it goes to the head of the delegation first. */
  goesThroughHead!: boolean;
  /** Who has signed; the proposer also sees who is invited and who declined, and everybody sees their own. */
  signatures!: SignatureAnswer[];
  createdAt!: string;
  submittedAt!: string | null;
  late!: boolean;
  /** Null for what its proposer wrote here. */
  paper!: PaperAnswer | null;
  /** Null for what was filed here. */
  imported!: ImportedAnswer | null;
  /** The unit that its proposer would have answer. */
  suggestedUnit!: UnitAnswer | null;
  review!: ReviewAnswer | null;
  /** For the committee, the presidium and who oversees the session; nobody else reads who sat and what they thought. */
  reviewSteps!: ReviewStepAnswer[];
  /** It is before the congress, which has not voted on it yet. */
  isMotion!: boolean;
  /** One for the lead unit, or one for each separate unit. */
  handlings!: HandlingAnswer[];
  withdrawal!: WithdrawalAnswer | null;
  /** The first first; a later vote does not take the place of an earlier one. */
  decisions!: DecisionAnswer[];
  history!: HistoryEntry[];
  call!: CallRulesAnswer;
  /** Kept from everybody without need; why, where somebody said. */
  confidential!: ConfidentialAnswer | null;
  /** Whether the reader may keep it confidential, or open it again. */
  maySetConfidentiality!: boolean;
  /** Whether the reader may see with whom the units spoke. */
  seesContacts!: boolean;
  /** Whether the reader may see how the matter is looked after. */
  seesSupervision!: boolean;
  /** What the reader may do to the proposal itself now. */
  allowedActions!: Action[];
}
