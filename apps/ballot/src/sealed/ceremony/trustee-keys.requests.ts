import { Length } from '@plenum/service-kit';
import { IsString } from 'class-validator';

const KEY_MAX = 30_000; // A public key with a name takes about two kilobytes.

/** The key of a scrutineer's device. */
export class OfferKeyRequest {
  /** As `makeTrusteeKey` of the ballot library writes it: the public half with the proof that the private half is held. */
  @IsString()
  @Length(1, KEY_MAX)
  publicKey!: string;
}
