import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Matches, Max, Min, ValidateNested } from 'class-validator';
import { DeskRequest } from '../../shapes/desk.requests.js';

/** Slips sent at once: each costs an exponentiation to check. */
const BATCH_MAX = 500;
const SERIAL_MAX = 99_999;

/** A slip that somebody lost or gave back. */
export class OneSlipRequest extends DeskRequest {
  /** From the stub. */
  @IsInt()
  @Min(1)
  @Max(SERIAL_MAX)
  serial!: number;
}

/** A slip as the service is told of it; the code stays on the paper. */
export class SlipRequest {
  @IsInt()
  @Min(1)
  @Max(SERIAL_MAX)
  serial!: number;

  /** g^secret in decimal, as `makeSlips` of the ballot library writes it. */
  @Matches(/^[1-9][0-9]{0,616}$/)
  publicCredential!: string;
}

/** A batch of printed slips. */
export class PrepareSlipsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BATCH_MAX)
  @ValidateNested({ each: true })
  @Type(() => SlipRequest)
  slips!: SlipRequest[];
}

/** The slips that nobody drew. */
export class VoidSlipsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BATCH_MAX)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(SERIAL_MAX, { each: true })
  serials!: number[];
}
