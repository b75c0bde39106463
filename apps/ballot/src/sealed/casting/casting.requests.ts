import { Length } from '@plenum/service-kit';
import { IsOptional, IsString, Matches } from 'class-validator';

/** Keeps a paper below the body limit: about 300 candidates. */
const PAPER_MAX = 1_000_000;
/** Two proofs for each candidate. */
const MARKS_MAX = 250_000;

/** The paper that a delegate's device makes for itself. */
export class RegisterCredentialRequest {
  /** g^secret in decimal; the secret stays on the device. */
  @Matches(/^[1-9][0-9]{0,616}$/)
  publicCredential!: string;
}

/** A sealed paper. */
export class CastPaperRequest {
  /** As `sealPaper` of the ballot library writes it, to the byte. */
  @IsString()
  @Length(1, PAPER_MAX)
  paper!: string;

  /** Where marks are three-way, and only there: as `sealThreeWay` of the ballot library writes it with the paper. */
  @IsOptional()
  @IsString()
  @Length(1, MARKS_MAX)
  marks?: string;
}
