import { IsInstant } from '@plenum/service-kit';
import { IsInt, IsOptional, Min } from 'class-validator';

/** When the voting shall open and close by itself. What is left out stays; null takes a time back. */
export class SetScheduleRequest {
  @IsOptional()
  @IsInstant()
  opensAt?: string | null;

  /** Of a sealed ballot alone: votes on paper and by hands are closed with figures that people find. */
  @IsOptional()
  @IsInstant()
  closesAt?: string | null;

  /** The version that was read. Where somebody has changed the ballot since, the request is refused. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;
}
