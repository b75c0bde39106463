import { assertVersion } from '@plenum/kernel';
import { CongressErrors } from './congress.errors.js';

/**
 * Refuses a change that was made on a version which somebody has changed since; without a version nothing is asked. @throws
 * `congress.outdated`
 */
export const assertCurrent = (kept: { readonly version: number }, read: number | undefined): void =>
  assertVersion(kept, read, CongressErrors.outdated);
