import { IsInt, IsUUID, Min } from 'class-validator';

/** How many are decided on at once at most. */
export const ITEMS_MAX = 100;

/** One of many that are decided on at once, as it was read. */
export class VersionedItemRequest {
  @IsUUID()
  proposalId!: string;

  /** The version that was read. Where somebody has changed it since, this one is refused. */
  @IsInt()
  @Min(1)
  version!: number;
}
