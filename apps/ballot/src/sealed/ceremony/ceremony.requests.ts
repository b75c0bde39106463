import { Length } from '@plenum/service-kit';
import { IsString } from 'class-validator';

/** Two numbers of 2048 bits with their signature take two kilobytes. */
const CERTIFICATE_MAX = 10_000;
/** Three kilobytes for each seat: sixty scrutineers. */
const POLYNOMIAL_MAX = 300_000;
const OUTPUT_MAX = 30_000;

/** Round 1 of the key ceremony. */
export class GiveCertificateRequest {
  /** As `makeCertificate` of the ballot library writes it for the own seat. */
  @IsString()
  @Length(1, CERTIFICATE_MAX)
  certificate!: string;
}

/** Round 2 of the key ceremony. */
export class GivePolynomialRequest {
  /** As `makePolynomial` of the ballot library writes it, from all certificates: signed, and sealed for each seat. */
  @IsString()
  @Length(1, POLYNOMIAL_MAX)
  polynomial!: string;
}

/** Round 3 of the key ceremony. */
export class GiveOutputRequest {
  /** As `acceptShares` of the ballot library writes it (`voutput`), once the device checked what everybody sealed for it. */
  @IsString()
  @Length(1, OUTPUT_MAX)
  output!: string;
}
