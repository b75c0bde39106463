import { IsISO8601, IsOptional } from 'class-validator';

/** When the voting shall open and close by itself. What is left out stays; null takes a time back. */
export class SetScheduleRequest {
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  opensAt?: string | null;

  /** Of a sealed ballot alone: votes on paper and by hands are closed with figures that people find. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  closesAt?: string | null;
}
