import { PROFILE_TEXT_MAX } from '@plenum/ballot-domain';
import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsString, Matches, ValidateNested } from 'class-validator';
import { CHOICE_ID } from '../shapes/patterns.js';

const TEXTS_MAX = 300; // As many as a list has people.

/** What somebody says of themselves, in a few sentences. */
export class ProfileTextRequest {
  /** Of the candidate, or of the subject of the appraisal. */
  @Matches(CHOICE_ID)
  id!: string;

  /** Empty takes it away. */
  @IsString()
  @MaxLength(PROFILE_TEXT_MAX)
  text!: string;
}

/** Texts to set; whoever is not named keeps theirs. */
export class DescribeRequest extends OnVersionRequest {
  @IsArray()
  @ArrayMaxSize(TEXTS_MAX)
  @ArrayUnique(({ id }: ProfileTextRequest) => id)
  @ValidateNested({ each: true })
  @Type(() => ProfileTextRequest)
  texts!: ProfileTextRequest[];
}
