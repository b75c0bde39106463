import { MEMBER_STANDINGS, type MemberStanding } from '@plenum/congress-domain';
import { MaxLength, OnVersionRequest, PageRequest } from '@plenum/service-kit';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID } from 'class-validator';

/** By surname strokes (姓氏笔画为序), by pinyin, or by staff number. */
export const MEMBER_ORDERS = ['strokes', 'pinyin', 'staffNo'] as const;
export type MemberOrder = (typeof MEMBER_ORDERS)[number];

const CODES_MAX = 5_000; // A whole large organisation at once.

export class MembersRequest extends PageRequest {
  /** Part of a name or of a staff number. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  search?: string;

  @IsOptional()
  @IsIn(MEMBER_ORDERS)
  sort: MemberOrder = 'strokes';
}

export class RegisterMemberRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  staffNo!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(320)
  email?: string;

  /** A number of the mainland, or any with its country code. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  mobile?: string;

  /** Who only keeps the membership (保留会籍), or whose rights are suspended, has no vote. */
  @IsIn(MEMBER_STANDINGS)
  standing: MemberStanding = 'FULL';
}

export class AmendMemberRequest extends OnVersionRequest {
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  /** Null takes the member out of its unit. */
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  /** Null removes the address. */
  @IsOptional()
  @IsString()
  @MaxLength(320)
  email?: string | null;

  /** Null removes the number. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  mobile?: string | null;

  /** Full delegates who lose the vote attend without it from now on, in every session that is not over. */
  @IsOptional()
  @IsIn(MEMBER_STANDINGS)
  standing?: MemberStanding;

  /** False when the member has left, true when it is back. */
  @IsOptional()
  @IsBoolean()
  active?: boolean;
}

export class SignInCodesRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CODES_MAX)
  @IsUUID(undefined, { each: true })
  memberIds!: string[];
}
