import { DomainError, MalformedError } from '@plenum/kernel';

// Classes of PostgreSQL conditions that speak of the server, not of the statement: connection, resources, operator.
const AWAY_STATES = /^(08|53|57P)/;
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);
const AWAY_WORDS =
  /connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|server closed the connection/i;

/** A rule or a contract said no: trying again changes nothing. */
export const isFinal = (error: unknown): error is DomainError | MalformedError =>
  error instanceof DomainError || error instanceof MalformedError;

/** The database could not be asked at all: not the event's fault, so it costs the event no try. */
export function isDatabaseAway(error: unknown): boolean {
  // By shape, not by class: Node's own errors come from another realm under Jest.
  const { code, message, errors } = (error ?? {}) as { code?: unknown; message?: unknown; errors?: unknown };
  if (typeof code === 'string' && (AWAY_CODES.has(code) || AWAY_STATES.test(code))) return true;
  if (typeof message === 'string' && AWAY_WORDS.test(message)) return true;
  return Array.isArray(errors) && errors.some(isDatabaseAway);
}
