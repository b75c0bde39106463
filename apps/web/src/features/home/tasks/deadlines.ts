import type { PendingTask } from './pending-task.js';

/** Whether a deadline is over. Services name the first instant past it, of a ballot as of a proposal: at that instant it is. */
export const isPast = (dueAt: string, now: Date): boolean => Date.parse(dueAt) <= now.getTime();

const NOW = '';
const SOME_TIME = '9999';

/** When the first of a kind is due. What a ballot asks without a deadline a hall waits for now; a proposal without one waits for nobody. */
function firstDue(group: PendingTask): string {
  const due =
    group.matter === 'ballots'
      ? group.items.map(({ dueAt }) => dueAt ?? NOW)
      : ('opinions' in group ? group.opinions : group.proposals).map(({ dueAt }) => dueAt ?? SOME_TIME);
  return due.reduce((first, each) => (each < first ? each : first), SOME_TIME);
}

/** Kinds of what is owed, by the first deadline of each; those that are due alike stay as they were. */
export const inOrderOfDeadline = (groups: readonly PendingTask[]): readonly PendingTask[] =>
  [...groups].sort((one, other) => (firstDue(one) < firstDue(other) ? -1 : firstDue(one) > firstDue(other) ? 1 : 0));
