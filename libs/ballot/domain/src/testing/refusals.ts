import { DomainError, MalformedError } from '@plenum/kernel';

/** The code of the refusal that the work ends in, with its details; fails when there is none. */
export function refusalOf(work: () => unknown): { code: string; details?: unknown } {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.details ? { code: error.code, details: error.details } : { code: error.code };
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The fault of the malformed input that the work ends in. */
export function faultOf(work: () => unknown): { field: string; reason: string } | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof MalformedError) return error.faults[0];
    throw error;
  }
  throw new Error('nothing was found malformed');
}
