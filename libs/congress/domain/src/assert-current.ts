import { CongressErrors } from './congress.errors.js';

/**
 * Refuses a change that was made on a version which somebody has changed since; without a version nothing is asked. @throws
 * `congress.outdated`
 */
export function assertCurrent({ version }: { readonly version: number }, read: number | undefined): void {
  if (read !== undefined && read !== version) throw CongressErrors.outdated(version);
}
