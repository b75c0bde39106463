import { IsInstant, OnVersionRequest } from '@plenum/service-kit';
import { IsOptional } from 'class-validator';

/** When the voting shall open and close by itself. What is left out stays; null takes a time back. */
export class SetScheduleRequest extends OnVersionRequest {
  @IsOptional()
  @IsInstant()
  opensAt?: string | null;

  /** Of a sealed ballot alone: votes on paper and by hands are closed with figures that people find. */
  @IsOptional()
  @IsInstant()
  closesAt?: string | null;
}
