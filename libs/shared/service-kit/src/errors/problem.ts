import { HttpException } from '@nestjs/common';
import { DomainError, type FieldFault, MalformedError, type RefusalKind } from '@plenum/kernel';
import type { Problem } from '@plenum/contracts';

const STATUS_OF_REFUSAL: Record<RefusalKind, number> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  unprocessable: 422,
  gone: 410,
  'too-large': 413,
};

const CODE_OF_STATUS: Record<number, string> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'no-such-route',
  405: 'no-such-route',
  408: 'too-slow',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
};

/** At which level a failure stands in the log: refusals are everyday, malformed input is odd, faults are ours. */
export type LogLevel = 'info' | 'warn' | 'error';

/**
 * The one mapping from a failure to `application/problem+json` (RFC 9457).
 * A fault answers with generic text and the trace id only: what went wrong is for the log.
 */
export function toProblem(error: unknown, traceId: string): { problem: Problem; level: LogLevel } {
  if (error instanceof DomainError) {
    const problem = { type: error.code, title: titleOf(error.code), status: STATUS_OF_REFUSAL[error.kind], traceId };
    return { problem: error.details ? { ...problem, details: error.details } : problem, level: 'info' };
  }
  if (error instanceof MalformedError) return malformed(error.faults, traceId);
  const outage = outageOf(error);
  if (outage) return { problem: { ...outage, traceId }, level: 'warn' };
  const status = clientErrorStatus(error);
  if (status === undefined)
    return { problem: { type: 'fault', title: 'Something went wrong on our side', status: 500, traceId }, level: 'error' };
  const type = CODE_OF_STATUS[status] ?? 'malformed';
  return { problem: { type, title: titleOf(type), status, traceId }, level: status === 401 || status === 404 ? 'info' : 'warn' };
}

function malformed(faults: readonly FieldFault[], traceId: string): { problem: Problem; level: LogLevel } {
  return { problem: { type: 'malformed', title: 'The input is not well-formed', status: 400, traceId, faults }, level: 'warn' };
}

/**
 * What PostgreSQL says, or what connecting to it comes to, while it restarts, is away, has no room or is too contended (its appendix A;
 * class 08 is the connection, 40 a transaction that others crossed at every try).
 */
const AWAY = /^(08...|57P0[123]|40001|40P01|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/;
const AWAY_IN_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/;
const FULL = /^(53100|ENOSPC)$/;

/** A failure that is nobody's mistake and passes: whoever asked may ask again. Undefined for anything else. */
function outageOf(error: unknown): Pick<Problem, 'type' | 'title' | 'status'> | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const codes = [code, driverError?.code].map(String);
  if (codes.some((each) => FULL.test(each))) return { type: 'storage-full', title: titleOf('storage-full'), status: 503 };
  if (codes.some((each) => AWAY.test(each)) || AWAY_IN_WORDS.test(error.message))
    return { type: 'unavailable', title: titleOf('unavailable'), status: 503 };
  return undefined;
}

/** The 4xx status of an error that Nest or Fastify raised about the request; undefined for anything else. */
function clientErrorStatus(error: unknown): number | undefined {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

const titleOf = (code: string): string => code.replace(/^[a-z]+\./, '').replaceAll('-', ' ');
