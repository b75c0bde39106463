import { ArrayMaxSize, ArrayUnique, IsArray, IsString, IsUUID } from 'class-validator';
import { DraftRequest } from './filing.requests.js';

const SIGNERS_MAX = 200;

/** A form as it stands on paper. */
export class PaperFormRequest extends DraftRequest {
  /** Whose it is. */
  @IsUUID()
  leadProposerId!: string;

  /** Who signed on the form. */
  @IsArray()
  @ArrayMaxSize(SIGNERS_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  seconderIds: string[] = [];

  /** The day on which the committee received it, `YYYY-MM-DD`: whether it is late depends on it. */
  @IsString()
  receivedOn!: string;
}
