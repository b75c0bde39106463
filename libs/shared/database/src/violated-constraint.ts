import { QueryFailedError } from 'typeorm';

/** The constraint for which PostgreSQL refused a statement; null where it failed for anything else. */
export function violatedConstraint(error: unknown): string | null {
  const { constraint } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: unknown };
  return typeof constraint === 'string' ? constraint : null;
}
