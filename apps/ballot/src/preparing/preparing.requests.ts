import { Length, OnVersionRequest } from '@plenum/service-kit';
import type { Channel, Choice, Electorate, PresetId, Revision, Round, Scale, VotedKind } from '@plenum/ballot-domain';
import { CHANNELS, CHOICE_LISTS, ELECTORATES, PRESET_IDS, ROUNDS, VOTED_KINDS } from '@plenum/ballot-domain';
import { MalformedError } from '@plenum/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { ChoiceRequest } from '../shapes/draft.requests.js';
import { RulesRequest } from '../shapes/rules.requests.js';
import { ONE_LINE, SOMETHING } from '../shapes/patterns.js';

const REASON_MAX = 500;
const TITLE_MAX = 200;
const CHOICES_MAX = 300; // The longest lists of candidates known have about sixty names.
const OFFICERS_MAX = 50; // As many scrutineers as an archive takes trustees; no hall has more tellers.
const GRADES_MAX = 10; // Four or five are usual (R80).
const GRADE_MAX = 30;

/**
 * What may be voted on: items of a resolution, candidates of an election, subjects of an appraisal, options of a poll. One list is given.
 */
export class ChoiceListsRequest {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CHOICES_MAX)
  @ValidateNested({ each: true })
  @Type(() => ChoiceRequest)
  items?: ChoiceRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CHOICES_MAX)
  @ValidateNested({ each: true })
  @Type(() => ChoiceRequest)
  candidates?: ChoiceRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CHOICES_MAX)
  @ValidateNested({ each: true })
  @Type(() => ChoiceRequest)
  subjects?: ChoiceRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CHOICES_MAX)
  @ValidateNested({ each: true })
  @Type(() => ChoiceRequest)
  options?: ChoiceRequest[];

  /** The grades of an appraisal, the best first. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(GRADES_MAX)
  @IsString({ each: true })
  @Matches(ONE_LINE, { each: true })
  @Length(1, GRADE_MAX, { each: true })
  grades?: string[];

  /** Names for several grades together, e.g. `{"competentRate": ["excellent", "competent"]}`. */
  @IsOptional()
  @IsObject()
  rates?: Record<string, string[]>;
}

/** A vote to prepare. */
export class DraftBallotRequest extends ChoiceListsRequest {
  @IsUUID()
  sessionId!: string;

  @IsIn(VOTED_KINDS)
  kind!: VotedKind;

  @Matches(ONE_LINE)
  @Length(1, TITLE_MAX)
  title!: string;

  @IsIn(CHANNELS)
  channel!: Channel;

  /** `first` when left out; a run-off or supplementary election is a ballot of its own. */
  @IsOptional()
  @IsIn(ROUNDS)
  round?: Round;

  /**
   * The session's delegates when left out; an appraisal or a poll may be put to all active staff, a resolution on proposals to the heads of
   * delegations, who say which are excellent.
   */
  @IsOptional()
  @IsIn(ELECTORATES)
  electorate?: Electorate;

  /** Rules to start from; `rules` then says only what is changed or added, whole parts at a time. */
  @IsOptional()
  @IsIn(PRESET_IDS)
  preset?: PresetId;

  /**
   * In the words of the counting contract: quorum, returned limit, threshold with its base, seats, ties, shortage. An appraisal or a poll
   * may leave it out.
   */
  @IsOptional()
  @IsObject()
  rules?: RulesRequest;
}

/** Why an announced vote is called off. */
export class CallOffBallotRequest extends OnVersionRequest {
  /** Everybody who heard of the vote reads it. */
  @Matches(SOMETHING)
  @Length(1, REASON_MAX)
  reason!: string;
}

/** What shall change; what is left out stays. */
export class ReviseBallotRequest extends ChoiceListsRequest {
  @IsOptional()
  @Matches(ONE_LINE)
  @Length(1, TITLE_MAX)
  title?: string;

  @IsOptional()
  @IsObject()
  rules?: RulesRequest;

  /** The version that was read. Where somebody has changed the ballot since, the request is refused. */
  @IsInt()
  @Min(1)
  version!: number;
}

/** Who watches and who counts. */
export class NameOfficersRequest extends OnVersionRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(OFFICERS_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  scrutineers!: string[];

  /** One of the scrutineers. */
  @IsUUID()
  chiefScrutineer!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(OFFICERS_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  tellers!: string[];

  /** One of the tellers. */
  @IsUUID()
  chiefTeller!: string;

  /** Who prepares slips with voting codes for those without a device; not a scrutineer or teller. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(OFFICERS_MAX)
  @IsUUID(undefined, { each: true })
  codesDesk?: string[];
}

/** The choices of a new ballot. @throws MalformedError when the list of another kind is given, or none */
export function choicesOf({ kind, ...lists }: Pick<DraftBallotRequest, 'kind' | keyof ChoiceListsRequest>): Choice[] {
  const field = CHOICE_LISTS[kind];
  const misplaced = Object.values(CHOICE_LISTS).find((list) => list !== field && lists[list]);
  if (misplaced) throw new MalformedError([{ field: misplaced, reason: 'not-of-this-kind' }]);
  const listed = lists[field];
  if (!listed) throw new MalformedError([{ field, reason: 'missing' }]);
  return listed.map(toChoice);
}

/** The scale of an appraisal; null where no grades are given. @throws MalformedError for rates without grades */
export function scaleOf({ grades, rates }: Pick<ChoiceListsRequest, 'grades' | 'rates'>): Scale | null {
  if (grades) return { grades, rates: rates ?? {} };
  if (rates) throw new MalformedError([{ field: 'grades', reason: 'missing' }]);
  return null;
}

/** The revision that a request asks for; the lists are told apart by the ballot itself. */
export function revisionOf({ title, rules, ...lists }: Omit<ReviseBallotRequest, 'version'>): Revision {
  const [choices, ...more] = Object.values(CHOICE_LISTS).flatMap((list) => (lists[list] ? [{ list, given: lists[list] }] : []));
  if (more[0]) throw new MalformedError([{ field: more[0].list, reason: 'not-of-this-kind' }]);
  const scale = scaleOf(lists);
  return {
    ...(title === undefined ? {} : { title }),
    ...(rules === undefined ? {} : { rules }),
    ...(choices ? { choices: choices.given.map(toChoice) } : {}),
    ...(scale ? { scale } : {}),
  };
}

const toChoice = ({ id, label, memberId, proposalId, unitId }: ChoiceRequest): Choice => ({
  id,
  label,
  memberId: memberId ?? null,
  ...(proposalId ? { proposalId } : {}),
  ...(unitId ? { unitId } : {}),
});
