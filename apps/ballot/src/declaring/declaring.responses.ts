import type {
  BallotState,
  Base,
  Channel,
  CountedOutcome,
  Electorate,
  ExplanationCode,
  ReturnedLimit,
  Round,
  ShortagePolicy,
  TiePolicy,
  VotedKind,
} from '@plenum/ballot-domain';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { DecisionAnswer, DrawingAnswer, SeatsAnswer } from './seats.responses.js';
import {
  AnnulmentAnswer,
  ApprovalAnswer,
  ChoiceListsAnswer,
  CountsAnswer,
  ObjectionCountsAnswer,
  PersonAnswer,
  PostingAnswer,
} from '../shapes/ballot.responses.js';
import { ANY_RULES, oneOfBy, RULES_BY_KIND, type RulesAnswer } from '../shapes/rules.responses.js';
import { FiguresPerChannelAnswer, TALLY_CASES, type TallyCaseAnswer } from './tally-case.responses.js';

/** The facts of a step, each where the step tells it. */
export class ExplanationParamsAnswer {
  /** The broken rule of consistency, and the entry or figure that breaks it. */
  breach?: string;
  about?: string;
  roll?: number;
  present?: number;
  returned?: number;
  valid?: number;
  limit?: number;
  rule?: ReturnedLimit;
  /** Of a mixed ballot, the channel that the step is about. */
  channel?: 'sealed' | 'paper';
  num?: number;
  den?: number;
  inclusive?: boolean;
  base?: Base;
  /** The size of the base. */
  of?: number;
  needed?: number;
  min?: number;
  /** The matter that the step is about. */
  id?: string;
  yes?: number;
  items?: number;
  passed?: number;
  seats?: number;
  listed?: number;
  standing?: number;
  qualified?: number;
  vacant?: number;
  policy?: TiePolicy;
  tied?: string[];
  tiedSeats?: number;
  elected?: string[];
  equal?: string[];
  candidates?: string[];
  subjects?: number;
  leading?: string[];
}

/** One step of the reasoning: a code of the contract's list, and its facts. */
export class ExplanationAnswer {
  code!: ExplanationCode;
  params!: ExplanationParamsAnswer;
}

/** The smallest counts that were enough. */
export class NeededAnswer {
  quorum?: number;
  pass?: number;
  elect?: number;
}

/** A matter as it was decided. */
export class ItemOutcomeAnswer {
  id!: string;
  yes!: number;
  no!: number;
  abstain!: number;
  needed!: number;
  passed!: boolean;
}

/** A candidate, or a name written in, by rank. */
export class RankedAnswer {
  id!: string;
  yes!: number;
  outcome!: 'elected' | 'tied' | 'not-elected';
}

/** The ballot that must follow. */
export class NextRoundAnswer {
  kind!: 'runoff' | 'supplementary';
  seats!: number;
  candidates!: string[];
  needsNominations!: boolean;
}

/** A share kept exactly, with its percentage; null of an empty base. */
export class ShareAnswer {
  num!: number;
  den!: number;
  percent!: string | null;
}

/** A grade or a rate: how many, and their share of the valid forms and of those that did not abstain. */
export class GradeShareAnswer {
  count!: number;
  ofValid!: ShareAnswer;
  ofMarked!: ShareAnswer;
}

const SHARES = { type: 'object', additionalProperties: { $ref: getSchemaPath(GradeShareAnswer) } } as const;

/** A subject of an appraisal as it was graded. */
@ApiExtraModels(GradeShareAnswer)
export class SubjectOutcomeAnswer {
  id!: string;
  abstain!: number;
  @ApiProperty(SHARES)
  grades!: Record<string, GradeShareAnswer>;
  @ApiProperty(SHARES)
  rates!: Record<string, GradeShareAnswer>;
}

/** An option of a poll. */
export class OptionOutcomeAnswer {
  id!: string;
  votes!: number;
  ofValid!: ShareAnswer;
}

/** What the counting engine answered. Where a gate stopped the count there are no figures of votes. */
export class OutcomeAnswer {
  status!: CountedOutcome['status'];
  needed!: NeededAnswer;
  explanation!: ExplanationAnswer[];
  breach?: string;
  neededCandidates?: number;
  items?: ItemOutcomeAnswer[];
  ranking?: RankedAnswer[];
  elected?: string[];
  tied?: string[];
  tiedSeats?: number;
  vacant?: number;
  shortage?: Exclude<ShortagePolicy, 'supplementary'> | null;
  nextRound?: NextRoundAnswer | null;
  subjects?: SubjectOutcomeAnswer[];
  /** By votes, the most first. */
  options?: OptionOutcomeAnswer[];
  /** Every option with the most votes. */
  leading?: string[];
}

/** What sorting the papers gave. */
export class SortedPapersAnswer {
  returned!: number;
  valid!: number;
  invalid!: number;
  /** Spoiled papers by the reason of each. */
  reasons!: Record<string, number>;
  /** How scrutineers decided doubtful papers: how many by verdict and reason; left out where there were none. */
  doubtful?: Record<string, Record<string, number>>;
}

/** A name under the tally sheet. */
export class SignatureAnswer {
  member!: PersonAnswer;
  role!: 'SCRUTINEER' | 'TELLER';
  chief!: boolean;
  at!: string;
}

/** What a program said of the archive of a sealed ballot, its result included. */
export class VerifierAnswer {
  /** `plenum-verify`, which is ours, or `belenios-tool`, which nobody here wrote. */
  verifier!: string;
  version!: string | null;
  /** Absent where it was not installed, unfit where it failed its self-test. One that refuses keeps the result from being made. */
  verdict!: 'accepted' | 'absent' | 'unfit';
}

/** A result with the rule, the base, the figures and the explanation that make it stand. */
@ApiExtraModels(...RULES_BY_KIND, ...Object.values(TALLY_CASES))
export class ResultAnswer extends ChoiceListsAnswer {
  ballotId!: string;
  sessionId!: string;
  kind!: VotedKind;
  round!: Round;
  channel!: Channel;
  title!: string;
  state!: BallotState;
  /** As adopted, in the words of the counting contract: each threshold names its base. */
  @ApiProperty(ANY_RULES)
  rules!: RulesAnswer;
  counts!: CountsAnswer;
  electorate!: Electorate;
  outcome!: OutcomeAnswer;
  /** What became of the seats of an election; null for another ballot, and where a gate stopped the count. */
  seats!: SeatsAnswer | null;
  /** Every drawing of lots, the latest last. */
  drawings!: DrawingAnswer[];
  /** What was decided about seats that the count left open. */
  decisions!: DecisionAnswer[];
  /** Null for hands and sealed papers; of a mixed ballot, the sheets of paper. */
  papers!: SortedPapersAnswer | null;
  /** What adds up to the case; null unless a mixed ballot was counted. */
  perChannel!: FiguresPerChannelAnswer | null;
  /** A case of the counting contract: `npm run -s count` gives the same outcome again. Null where a gate stopped the count. */
  @ApiProperty({ ...oneOfBy('kind', TALLY_CASES), nullable: true })
  countingCase!: TallyCaseAnswer | null;
  /** Fingerprint of the tally (SHA-256), which the officers signed. */
  digest!: string;
  signatures!: SignatureAnswer[];
  /** Which programs accepted the archive before the result stood; empty where no papers were sealed. */
  verifiers!: VerifierAnswer[];
  declaredAt!: string | null;
  publishedAt!: string | null;
  archivedAt!: string | null;
  /** Null where the rules ask nobody; a result without one is effective from its declaration. */
  approval!: ApprovalAnswer | null;
  /** Null where the rules give no period, and until the publication. */
  posting!: PostingAnswer | null;
  objections!: ObjectionCountsAnswer;
  /** What is shown here had no effect where this is given. */
  annulment!: AnnulmentAnswer | null;
}
