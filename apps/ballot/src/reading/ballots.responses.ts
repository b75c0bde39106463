import type {
  AppointmentEnd,
  BallotAction,
  BallotFile,
  BallotState,
  Channel,
  Electorate,
  PresetId,
  Relation,
  Round,
  ScheduledAct,
  VotedKind,
} from '@plenum/ballot-domain';
import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import {
  AnnulmentAnswer,
  ApprovalAnswer,
  ChoiceAnswer,
  CountsAnswer,
  ObjectionCountsAnswer,
  PersonAnswer,
  PostingAnswer,
} from '../shapes/ballot.responses.js';
import { RuleWarningAnswer } from '../shapes/clause.responses.js';
import { GradeCountAnswer, HandCountAnswer, OptionCountAnswer } from '../shapes/figures.responses.js';
import { ANY_RULES, RULES_BY_KIND, type RulesAnswer } from '../shapes/rules.responses.js';

/** What was counted in the hall, in the list of its kind. */
export class HallFiguresAnswer {
  items?: HandCountAnswer[];
  subjects?: GradeCountAnswer[];
  options?: OptionCountAnswer[];
}

/** A scrutineer or teller. */
export class OfficerAnswer {
  member!: PersonAnswer;
  role!: 'SCRUTINEER' | 'TELLER';
  chief!: boolean;
  signedAt!: string | null;
}

/** A time at which the voting opens or closes by itself, and what became of it. */
export class AppointmentAnswer {
  act!: ScheduledAct;
  at!: string;
  /** The organiser in whose name it is carried out. */
  setBy!: string;
  /** Null while it is awaited. */
  end!: AppointmentEnd | null;
  endedAt!: string | null;
  /** The code of the gate that refused; null elsewhere. */
  refusal!: string | null;
  /** The figures of that refusal. */
  details!: Record<string, string | number | boolean | readonly string[] | null> | null;
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
