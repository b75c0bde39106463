import { Length } from '@plenum/service-kit';
import { IsString } from 'class-validator';

const SHARE_MAX = 1_000_000;

/** A scrutineer's part of the opening. */
export class AddShareRequest {
  /** As `makeShare` of the ballot library writes it, of the sum that the device computed from the archive. */
  @IsString()
  @Length(1, SHARE_MAX)
  share!: string;
}
