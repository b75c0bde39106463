import type { Round } from '@plenum/ballot-domain';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { GradeCountAnswer, HandCountAnswer, OptionCountAnswer } from '../shapes/figures.responses.js';
import { GatesAnswer, ResolutionCountRulesAnswer, SeatedElectionCountRulesAnswer } from '../shapes/rules.responses.js';

/** The figures of the meeting, and of the papers as they were sorted. */
export class CaseCountsAnswer {
  roll!: number;
  present!: number;
  issued!: number;
  voters!: number;
  returned!: number;
  invalid!: number;
}

/** A name written in with its votes; only the eligible rank. */
export class WriteInFiguresAnswer {
  id!: string;
  yes!: number;
  eligible!: boolean;
}

/** The figures of matters. */
export class ItemFiguresAnswer {
  counts!: CaseCountsAnswer;
  items!: HandCountAnswer[];
}

/** The figures of candidates. */
export class CandidateFiguresAnswer {
  counts!: CaseCountsAnswer;
  candidates!: HandCountAnswer[];
}

/** The figures of the subjects of an appraisal. */
export class SubjectFiguresAnswer {
  counts!: CaseCountsAnswer;
  subjects!: GradeCountAnswer[];
}

/** The figures of the options of a poll. */
export class OptionFiguresAnswer {
  counts!: CaseCountsAnswer;
  options!: OptionCountAnswer[];
}

/** The case of a resolution. */
export class ResolutionCaseAnswer extends ItemFiguresAnswer {
  kind!: 'resolution';
  rules!: ResolutionCountRulesAnswer;
}

/** The case of an election. */
export class ElectionCaseAnswer extends CandidateFiguresAnswer {
  kind!: 'election';
  rules!: SeatedElectionCountRulesAnswer;
  round!: Round;
  writeIns?: WriteInFiguresAnswer[];
}

/** The case of an appraisal. */
export class AppraisalCaseAnswer extends SubjectFiguresAnswer {
  kind!: 'appraisal';
  rules!: GatesAnswer;
  grades?: string[];
  rates?: Record<string, string[]>;
}

/** The case of a poll. */
export class PollCaseAnswer extends OptionFiguresAnswer {
  kind!: 'poll';
  rules!: GatesAnswer;
}

export type TallyCaseAnswer = ResolutionCaseAnswer | ElectionCaseAnswer | AppraisalCaseAnswer | PollCaseAnswer;

/** A case by the kind of what was voted on. */
export const TALLY_CASES = {
  resolution: ResolutionCaseAnswer,
  election: ElectionCaseAnswer,
  appraisal: AppraisalCaseAnswer,
  poll: PollCaseAnswer,
} as const;

const CHANNEL_FIGURES = [ItemFiguresAnswer, CandidateFiguresAnswer, SubjectFiguresAnswer, OptionFiguresAnswer] as const;
const ANY_FIGURES = { oneOf: CHANNEL_FIGURES.map((shape) => ({ $ref: getSchemaPath(shape) })) };
export type ChannelFiguresAnswer = InstanceType<(typeof CHANNEL_FIGURES)[number]>;

/** The counted figures of a mixed ballot by channel, in the words of the counting contract: `counts`, and the list of its kind. */
@ApiExtraModels(...CHANNEL_FIGURES)
export class FiguresPerChannelAnswer {
  @ApiProperty(ANY_FIGURES)
  sealed!: ChannelFiguresAnswer;
  @ApiProperty(ANY_FIGURES)
  paper!: ChannelFiguresAnswer;
}
