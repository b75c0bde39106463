import { MaxLength } from '@plenum/service-kit';
import { IsString, Matches } from 'class-validator';

const ENDPOINT_MAX = 1_000;

/** A device as its browser names it (Push API, `PushSubscription`). */
export class PushDeviceRequest {
  /** Where the service of the browser's maker takes pushes for this device: https, of a public host. */
  @IsString()
  @MaxLength(ENDPOINT_MAX)
  endpoint: string;

  /** The device's public key: a point on P-256, uncompressed, as base64url. */
  @Matches(/^[\w-]{87}=?$/)
  p256dh: string;

  /** The device's secret that pushes are enciphered with, 16 bytes as base64url. */
  @Matches(/^[\w-]{22}(==)?$/)
  auth: string;
}
