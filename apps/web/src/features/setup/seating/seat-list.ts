import { ProblemError } from '../../../api/problem.js';
import type { Delegate } from '../setup-requests.js';

const REASONS = ['unknown', 'twice', 'has-left', 'no-vote', 'seated-already'] as const;

/** Somebody on a list who cannot be seated, and why. */
export interface Refusal {
  readonly reason: (typeof REASONS)[number];
  readonly staffNo: string;
}

/**
 * The staff numbers of a pasted text: with line breaks, commas, tabs or spaces between, as a column of a spreadsheet or a sentence has
 * them.
 */
export const staffNosOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .split(/[\s,;、]+/u)
    .filter((word) => word !== '');

/** Whom the service could not seat; none when it refused something else. */
export function refusalsOf(error: unknown): readonly Refusal[] {
  const listed = error instanceof ProblemError ? error.problem.details?.['refused'] : undefined;
  if (!Array.isArray(listed)) return [];
  return listed.map(String).flatMap((word) => {
    const at = word.indexOf(':');
    const reason = REASONS.find((known) => known === word.slice(0, at));
    return reason ? [{ reason, staffNo: word.slice(at + 1) }] : [];
  });
}

/** The text without those who were refused; who stood on it twice stays once. */
export function withoutRefused(text: string, refused: readonly Refusal[]): string {
  const out = new Set(refused.filter(({ reason }) => reason !== 'twice').map(({ staffNo }) => staffNo));
  const left = new Map(
    staffNosOf(text)
      .filter((staffNo) => !out.has(staffNo))
      .map((staffNo) => [staffNo.toUpperCase(), staffNo]),
  );
  return [...left.values()].join('\n');
}

/** The seat that a member has already. */
export const seatOf = (delegates: readonly Delegate[], memberId: string): Delegate | null =>
  delegates.find((delegate) => delegate.memberId === memberId) ?? null;
