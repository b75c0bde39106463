import type { Ladder, Rung } from '../../shared/reminders/use-ladder-text.js';

/** How long a ladder may be; the service refuses more. */
export const LADDER_LIMITS = { rungs: 12, workingDays: 60, every: { min: 3, max: 60 }, times: 26 } as const;

/** What most committees do: 15, 5 and 1 working days before, on the day, 1 and 5 after, then weekly with the committee. */
export const usualLadder = (): Ladder => ({
  rungs: [
    { workingDays: -15, hears: ['debtor'] },
    { workingDays: -5, hears: ['debtor'] },
    { workingDays: -1, hears: ['debtor'] },
    { workingDays: 0, hears: ['debtor'] },
    { workingDays: 1, hears: ['debtor', 'head'] },
    { workingDays: 5, hears: ['debtor', 'head', 'leader'] },
  ],
  then: { everyWorkingDays: 5, times: 12, hears: ['debtor', 'head', 'leader', 'committee'] },
});

/** What is wrong with a ladder as it was typed, in whatever order; null where nothing is. */
export function faultOf({ rungs, then }: Ladder): 'none' | 'twice' | 'nobody' | null {
  if (rungs.length === 0) return 'none';
  if (new Set(rungs.map(({ workingDays }) => workingDays)).size < rungs.length) return 'twice';
  return [...rungs, ...(then ? [then] : [])].some(({ hears }) => hears.length === 0) ? 'nobody' : null;
}

/** The ladder with its steps in order. */
export const inOrder = ({ rungs, then }: Ladder): Ladder => ({
  rungs: [...rungs].sort((one, other) => one.workingDays - other.workingDays),
  then,
});

/** One step more, five working days after the last. */
export function newRung(rungs: readonly Rung[]): Rung {
  const last = [...rungs].sort((one, other) => other.workingDays - one.workingDays)[0];
  const workingDays = Math.min(LADDER_LIMITS.workingDays, (last?.workingDays ?? -5) + 5);
  return { workingDays, hears: [...(last?.hears ?? ['debtor' as const])] };
}
