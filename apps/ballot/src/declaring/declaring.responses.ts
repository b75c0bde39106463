import type { BallotState, Channel, Electorate, Round, VotedKind } from '@plenum/ballot-domain';
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

/** One step of the reasoning: a code of the contract's list, and its facts. */
export class ExplanationAnswer {
  code!: string;
  params!: Record<string, string | number | boolean | readonly string[]>;
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

/** A subject of an appraisal as it was graded. */
export class SubjectOutcomeAnswer {
  id!: string;
  abstain!: number;
  grades!: Record<string, GradeShareAnswer>;
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
  status!: string;
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
  shortage?: string | null;
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

/** The counted figures of a mixed ballot by channel, in the words of the counting contract: `counts`, and the list of its kind. */
export class FiguresPerChannelAnswer {
  sealed!: Record<string, unknown>;
  paper!: Record<string, unknown>;
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
export class ResultAnswer extends ChoiceListsAnswer {
  ballotId!: string;
  sessionId!: string;
  kind!: VotedKind;
  round!: Round;
  channel!: Channel;
  title!: string;
  state!: BallotState;
  /** As adopted, in the words of the counting contract: each threshold names its base. */
  rules!: Record<string, unknown>;
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
  countingCase!: Record<string, unknown> | null;
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
