import type {
  BallotAction,
  BallotFile,
  BallotState,
  Channel,
  Electorate,
  PresetId,
  Relation,
  Round,
  VotedKind,
} from '@plenum/ballot-domain';
import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { ANY_RULES, RULES_BY_KIND, type RulesAnswer } from '../shapes/rules.responses.js';
import { AppointmentAnswer } from './appointments.responses.js';
import { ClauseAnswer, RuleWarningAnswer } from './presets.responses.js';

/** Where a ballot stands after a change. */
export class BallotReceiptAnswer {
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

/** The raised hands for one matter or candidate. */
export class HandCountAnswer {
  id!: string;
  yes!: number;
  no!: number;
  abstain!: number;
}

/** The grades given to one subject. */
export class GradeCountAnswer {
  id!: string;
  counts!: Record<string, number>;
  abstain!: number;
}

/** The votes for one option. */
export class OptionCountAnswer {
  id!: string;
  votes!: number;
}

/** What was counted in the hall, in the list of its kind. */
export class HallFiguresAnswer {
  items?: HandCountAnswer[];
  subjects?: GradeCountAnswer[];
  options?: OptionCountAnswer[];
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

/** A scrutineer or teller. */
export class OfficerAnswer {
  member!: PersonAnswer;
  role!: 'SCRUTINEER' | 'TELLER';
  chief!: boolean;
  signedAt!: string | null;
}

/** A ballot as everybody of the organisation may see it. */
export class BallotSummaryAnswer {
  id!: string;
  sessionId!: string;
  kind!: VotedKind;
  title!: string;
  channel!: Channel;
  round!: Round;
  state!: BallotState;
  /** Whether its candidates are found by nomination, which has a page of its own. */
  nominates!: boolean;
  /** Whether it came to nothing before it was opened. */
  calledOff!: boolean;
  /** What the reader may do to it now. */
  allowedActions!: BallotAction[];
}

/** Another ballot of the same chain that the reader may see. */
export class RelatedBallotAnswer {
  id!: string;
  title!: string;
  state!: BallotState;
  /** Whether it came to nothing before it was opened. */
  calledOff!: boolean;
  /** What it is to this one. */
  relation!: Relation;
}

/** A ballot. Rules, choices, figures and officers are told to its organisers and officers, and to everybody once the result is declared. */
@ApiExtraModels(...RULES_BY_KIND)
export class BallotAnswer extends BallotSummaryAnswer {
  /** Goes with a change, which is refused where somebody else was first. */
  version!: number;
  /** Whether anybody on the list handed in a profile or a picture, to be read by everybody who may see the ballot. */
  hasProfiles!: boolean;
  /** What the reader may fetch as a file now. */
  files!: BallotFile[];
  /** The ballots that this one came of, and those that came of it, the first first. */
  related!: RelatedBallotAnswer[];
  /** The ballot whose outcome asked for this one; null for a first round. */
  follows?: string | null;
  /** The election whose list of candidates this primary shortens; null for a vote of its own. */
  primaryOf?: string | null;
  /** The further round prepared from this ballot; null while there is none. */
  followedBy?: string | null;
  /** The elections of officers from among those elected here. */
  secondStages?: string[];
  /** The ballot that this one repeats; null unless it does. */
  rerunOf?: string | null;
  /** The ballot that repeats this one; null while there is none. */
  repeatedBy?: string | null;
  electorate?: Electorate;
  /** The preset that the rules started from. */
  preset?: PresetId | null;
  /** Where the rules are weaker than the source of the preset. They tell and never block. */
  warnings?: RuleWarningAnswer[];
  @ApiProperty(ANY_RULES)
  rules?: RulesAnswer;
  items?: ChoiceAnswer[];
  candidates?: ChoiceAnswer[];
  subjects?: ChoiceAnswer[];
  options?: ChoiceAnswer[];
  grades?: string[];
  rates?: Record<string, string[]>;
  /** How many candidates an election needs before it opens; null where no number is asked for. */
  candidatesNeeded?: number | null;
  /** When the voting opens and closes by itself, and what became of that. */
  appointments?: AppointmentAnswer[];
  counts?: CountsAnswer;
  /** What the officers counted in the hall; null until they have told it, and where no hands are raised. */
  hands?: HallFiguresAnswer | null;
  /**
   * How many of the roll are there at this moment, for the decision to open; null unless the roll is frozen and the voting not open yet.
   */
  presentNow?: number | null;
  officers?: OfficerAnswer[];
  /** Who hands out slips with voting codes. */
  codesDesk?: PersonAnswer[];
  createdAt?: string;
  openedAt?: string | null;
  closedAt?: string | null;
  declaredAt?: string | null;
  publishedAt?: string | null;
  archivedAt?: string | null;
  /** Null where nobody is asked, and until the declaration. */
  approval?: ApprovalAnswer | null;
  /** Null where the rules give no period, and until the publication. */
  posting?: PostingAnswer | null;
  objections?: ObjectionCountsAnswer;
  annulment?: AnnulmentAnswer | null;
}

/** A page of ballots, the latest first. */
export class BallotListAnswer {
  items!: BallotSummaryAnswer[];
  total!: number;
  page!: number;
  pageSize!: number;
}
