import { MaxLength } from '@plenum/service-kit';
import { IsOptional, IsString, IsUUID } from 'class-validator';

/** What is being written, or was handed in. */
export class SimilarRequest {
  @IsString()
  @MaxLength(200)
  subject!: string;

  /** Its grounds and measures. */
  @IsOptional()
  @IsString()
  @MaxLength(40_000)
  text?: string;

  /** The proposal itself, which is no other matter. */
  @IsOptional()
  @IsUUID()
  except?: string;
}
