import type { DueRule } from '@plenum/calendar';

/** Between five working days lies at least no day off, and at most a weekend for each five begun; holidays only lengthen it. */
const WORKING_WEEK = 5;
const WEEKEND = 2;
const SHORTEST_MONTH = 28;
const LONGEST_MONTH = 31;

/** Whether the period may end before the one that is asked. A fixed date is as long as the meeting makes it, so nothing is said of it. */
export function isShorter(given: DueRule, asked: DueRule): boolean {
  if (given.kind === 'date' || asked.kind === 'date') return false;
  return given.kind === asked.kind ? given.n < asked.n : leastDays(given) < mostDays(asked);
}

type Period = Exclude<DueRule, { kind: 'date' }>;

function leastDays({ kind, n }: Period): number {
  switch (kind) {
    case 'days':
      return n;
    case 'working-days':
      return n + WEEKEND * Math.floor((n - 1) / WORKING_WEEK);
    case 'months':
      return n * SHORTEST_MONTH;
  }
}

function mostDays({ kind, n }: Period): number {
  switch (kind) {
    case 'days':
      return n;
    case 'working-days':
      return n + WEEKEND * Math.ceil(n / WORKING_WEEK);
    case 'months':
      return n * LONGEST_MONTH;
  }
}
