import { IsInstant } from '@plenum/service-kit';
import { IsOptional, IsUUID } from 'class-validator';

/** Whose figures are asked for, and until when. */
export class StatisticsRequest {
  @IsUUID()
  sessionId!: string;

  /** What happened after it is not counted; left out, now. */
  @IsOptional()
  @IsInstant()
  cutOff?: string;
}
