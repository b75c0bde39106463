import type { Problem } from '@plenum/contracts';

/** A request that was refused or failed, with the stable code to word it by. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.type);
  }
}

/** The server was not reached at all. */
export const UNREACHABLE = 'unreachable';

/** The problem that a body states; one with a general code when something else than our services answered. */
export function problemOf(response: Pick<Response, 'status' | 'statusText' | 'headers'>, body: unknown): Problem {
  if (isProblem(body)) return body;
  return { type: 'fault', title: response.statusText, status: response.status, traceId: response.headers.get('x-trace-id') ?? '' };
}

function isProblem(body: unknown): body is Problem {
  const { type, status } = (body ?? {}) as Partial<Problem>;
  return typeof type === 'string' && typeof status === 'number';
}

/** The code of whatever was thrown: a service's code, or a general one. */
export function codeOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.type;
  return error instanceof TypeError ? UNREACHABLE : 'fault';
}
