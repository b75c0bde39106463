import { HttpException } from '@nestjs/common';
import { DomainError, type FieldFault, MalformedError, type RefusalKind } from '@plenum/kernel';
import type { Problem } from '@plenum/contracts';

const STATUS_OF_REFUSAL: Record<RefusalKind, number> = { 'not-found': 404, forbidden: 403, conflict: 409, unprocessable: 422, gone: 410 };

const CODE_OF_STATUS: Record<number, string> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'no-such-route',
  405: 'no-such-route',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

/** How loud a failure is in the log: refusals are everyday, malformed input is odd, faults are ours. */
export type Loudness = 'info' | 'warn' | 'error';

/**
 * The one mapping from a failure to `application/problem+json` (RFC 9457).
 * A fault answers with generic text and the trace id only: what went wrong is for the log.
 */
export function toProblem(error: unknown, traceId: string): { problem: Problem; loudness: Loudness } {
  if (error instanceof DomainError) {
    const problem = { type: error.code, title: titleOf(error.code), status: STATUS_OF_REFUSAL[error.kind], traceId };
    return { problem: error.details ? { ...problem, details: error.details } : problem, loudness: 'info' };
  }
  if (error instanceof MalformedError) return malformed(error.faults, traceId);
  const status = clientErrorStatus(error);
  if (status === undefined) return { problem: { type: 'fault', title: 'Something went wrong on our side', status: 500, traceId }, loudness: 'error' };
  const type = CODE_OF_STATUS[status] ?? 'malformed';
  return { problem: { type, title: titleOf(type), status, traceId }, loudness: status === 401 || status === 404 ? 'info' : 'warn' };
}

function malformed(faults: readonly FieldFault[], traceId: string): { problem: Problem; loudness: Loudness } {
  return { problem: { type: 'malformed', title: 'The input is not well-formed', status: 400, traceId, faults }, loudness: 'warn' };
}

/** The 4xx status of an error that Nest or Fastify raised about the request; undefined for anything else. */
function clientErrorStatus(error: unknown): number | undefined {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

const titleOf = (code: string): string => code.replace(/^[a-z]+\./, '').replaceAll('-', ' ');
