import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { IsString } from 'class-validator';

const REASON_MAX = 2000;

/** Why a merge is taken back. */
export class UndoMergeRequest extends OnVersionRequest {
  /** Everybody who signed any of them is told. */
  @IsString()
  @MaxLength(REASON_MAX)
  reason: string = '';
}
