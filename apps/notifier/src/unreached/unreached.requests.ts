import { BOUNCE_REASONS, LOCALES, type Locale, PERSONAL_WAYS, type PersonalWay } from '@plenum/contracts';
import { PageRequest } from '@plenum/service-kit';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { UnreachedReason } from './unreached.responses.js';

const REASONS: readonly UnreachedReason[] = ['no-address', 'given-up', 'other-way', ...BOUNCE_REASONS];

/** Whom of those who were not reached. */
export class UnreachedRequest extends PageRequest {
  /** The way on which they were not. */
  @IsOptional()
  @IsIn(PERSONAL_WAYS)
  way?: PersonalWay;

  @IsOptional()
  @IsIn(REASONS)
  reason?: UnreachedReason;

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsUUID()
  delegationId?: string;
}

/** The same as a file: all of them, whatever the page. */
export class UnreachedFileRequest extends UnreachedRequest {
  /** Chinese where it is not said. */
  @IsOptional()
  @IsIn(LOCALES)
  language?: Locale;
}
