import { IsOptional, Matches } from 'class-validator';

/** A signature under the tally sheet. */
export class SignTallyRequest {
  /** The fingerprint of the tally that the signer read; the signature is refused when the tally is another by now. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  digest?: string | null;
}
