import { Length } from '@plenum/service-kit';
import { IsOptional, IsString, Matches } from 'class-validator';

/** A public key with a name takes about two kilobytes. */
const KEY_MAX = 30_000;
/** Keeps a paper below the body limit: about 300 candidates. */
const PAPER_MAX = 1_000_000;
/** Two proofs for each candidate. */
const MARKS_MAX = 250_000;
const SHARE_MAX = 1_000_000;

/** The key of a scrutineer's device. */
export class OfferKeyRequest {
  /** As `makeTrusteeKey` of the ballot library writes it: the public half with the proof that the private half is held. */
  @IsString()
  @Length(1, KEY_MAX)
  publicKey!: string;
}

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

/** A scrutineer's part of the opening. */
export class AddShareRequest {
  /** As `makeShare` of the ballot library writes it, of the sum that the device computed from the archive. */
  @IsString()
  @Length(1, SHARE_MAX)
  share!: string;
}
