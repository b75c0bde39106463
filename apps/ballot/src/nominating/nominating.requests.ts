import { Length, OnVersionRequest } from '@plenum/service-kit';
import { KINSHIPS, type Kinship, PROPOSERS, type Proposer, type ProposerKind } from '@plenum/ballot-domain';
import { MalformedError } from '@plenum/kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ONE_LINE, SOMETHING } from '../shapes/patterns.js';

const NAME_MAX = 100;
const TITLE_MAX = 200;
const GROUNDS_MAX = 2_000; // A page: enough to say what is wrong and where it can be seen.
const PROPOSERS_MAX = 60;
const CANDIDATE = /^[\w.-]{1,60}$/;

/** Who proposes somebody. */
export class ProposerRequest {
  @IsIn(PROPOSERS)
  by!: ProposerKind;

  /** The delegation, where it is one. */
  @IsOptional()
  @IsUUID()
  delegationId?: string;

  /** The delegates, where several propose together. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PROPOSERS_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds?: string[];
}

/** Somebody to put forward: a member of the organisation by id, anybody else by name. */
export class NominateRequest {
  @IsOptional()
  @IsUUID()
  memberId?: string;

  @IsOptional()
  @Matches(ONE_LINE)
  @Length(1, NAME_MAX)
  name?: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => ProposerRequest)
  proposer!: ProposerRequest;
}

/** What somebody has against a candidate. */
export class ObjectRequest {
  @Matches(CANDIDATE)
  candidateId!: string;

  @Matches(SOMETHING)
  @Length(1, GROUNDS_MAX)
  grounds!: string;
}

/** How an objection is answered; upheld removes the candidate. */
export class AnswerCandidateObjectionRequest {
  @IsBoolean()
  upheld!: boolean;

  @Matches(SOMETHING)
  @Length(1, GROUNDS_MAX)
  reason!: string;
}

/** The primary to call. */
export class CallPrimaryRequest extends OnVersionRequest {
  @Matches(ONE_LINE)
  @Length(1, TITLE_MAX)
  title!: string;
}

/** Two members. */
export class RelativePairRequest {
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  memberIds!: [string, string];
}

/** Two members who are near relatives, and how. */
export class DeclareRelativesRequest extends RelativePairRequest {
  @IsIn(KINSHIPS)
  kind!: Kinship;
}

/** The proposer of a request. @throws MalformedError for a delegation without its id, delegates without theirs, and either with another */
export function proposerOf({ by, delegationId, memberIds }: ProposerRequest): Proposer {
  const fault = (field: string, reason: string): never => {
    throw new MalformedError([{ field: `proposer.${field}`, reason }]);
  };
  if (by === 'delegation' ? !delegationId : delegationId) fault('delegationId', delegationId ? 'not-of-this-kind' : 'missing');
  if (by === 'delegates' ? !memberIds : memberIds) fault('memberIds', memberIds ? 'not-of-this-kind' : 'missing');
  return { by, delegationId: delegationId ?? null, memberIds: memberIds ?? [] };
}

/** Who is put forward. @throws MalformedError unless either a member or a name is given */
export function nomineeOf({ memberId, name }: NominateRequest): { readonly memberId: string } | { readonly name: string } {
  if (memberId !== undefined && name !== undefined) throw new MalformedError([{ field: 'name', reason: 'not-with-a-member' }]);
  if (memberId !== undefined) return { memberId };
  if (name !== undefined) return { name };
  throw new MalformedError([{ field: 'memberId', reason: 'missing' }]);
}
