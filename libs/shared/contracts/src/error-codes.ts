import { BALLOT_ERRORS } from './ballot/errors.js';
import { CALENDAR_ERRORS } from './calendar-errors.js';
import { CONGRESS_ERRORS } from './congress/errors.js';
import { NOTIFIER_ERRORS } from './notifier/errors.js';
import { PROPOSALS_ERRORS } from './proposals/errors.js';

/** What every service may answer, whatever it is about. */
export const COMMON_ERRORS = [
  'malformed',
  'unauthenticated',
  'too-many-requests',
  'too-large',
  'no-such-route',
  'unsupported-media-type',
  'idempotency-key-reused',
  'too-slow',
  'unavailable',
  'storage-full',
  'fault',
] as const;

/** Every code that a problem answer may carry; the web words each of them. */
export const ERROR_CODES = [
  ...COMMON_ERRORS,
  ...CALENDAR_ERRORS,
  ...CONGRESS_ERRORS,
  ...PROPOSALS_ERRORS,
  ...BALLOT_ERRORS,
  ...NOTIFIER_ERRORS,
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An answer that refuses, as `application/problem+json` (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly traceId: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** For malformed input: each field and why. */
  readonly faults?: readonly { readonly field: string; readonly reason: string }[];
}
