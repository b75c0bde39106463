import type { CivilDate } from '@plenum/calendar';
import type { Track } from '../vocabulary/vocabulary.js';

/** What a docket number is made of. */
export interface DocketParts {
  readonly termNo: number;
  readonly sessionNo: number;
  readonly track: Track;
  /** The day on which it is given; the pattern may name its year. */
  readonly today: CivilDate;
  /** Runs from 1 in the session and the track. */
  readonly number: number;
}

const PATTERN_MAX = 40;
const DIGITS_MIN = 3;
const YEAR_DIGITS = 4;
const LETTERS: Readonly<Record<Track, string>> = { PROPOSAL: 'P', SUGGESTION: 'S' };
const PLACEHOLDER = /\{(term|session|track|year|number)(?::([1-6]))?\}/gu;
// Letters, digits, dashes and brackets of any script: what offices number their papers with.
const LITERAL = /^(?:(?![{}])[\p{L}\p{N}\p{Pd}\p{Ps}\p{Pe}_/. ])*$/u;

/**
 * Whether numbers can be made by it: `{term}`, `{session}`, `{year}`, `{track}` (P or S) and exactly once `{number}`, which has at least
 * three digits, or as many as `{number:4}` says.
 */
export function isDocketPattern(pattern: string): boolean {
  if (pattern.length > PATTERN_MAX || !LITERAL.test(pattern.replace(PLACEHOLDER, ''))) return false;
  const placeholders = [...pattern.matchAll(PLACEHOLDER)];
  const hasDigitsElsewhere = placeholders.some(([, name, digits]) => name !== 'number' && digits !== undefined);
  return !hasDigitsElsewhere && placeholders.filter(([, name]) => name === 'number').length === 1;
}

/** Whether two tracks that are counted apart would be given the same number by it. */
export function tellsTracksApart(pattern: string): boolean {
  return pattern.includes('{track}');
}

/** The number by the pattern: `{term}-{session}-{number}` makes `7-2-001`. */
export function docketNumberBy(pattern: string, { termNo, sessionNo, track, today, number }: DocketParts): string {
  const values: Readonly<Record<string, string>> = {
    term: String(termNo),
    session: String(sessionNo),
    track: LETTERS[track],
    year: today.slice(0, YEAR_DIGITS),
  };
  return pattern.replace(PLACEHOLDER, (_whole, name: string, digits?: string) =>
    name === 'number' ? String(number).padStart(Number(digits ?? DIGITS_MIN), '0') : values[name]!,
  );
}
