import type { CivilDate } from '@plenum/calendar';
import type { DeadlineMatter, OwedBy, ProposalEvent } from './proposal.events.js';
import type { PolicyContext } from './policy.js';

const DAY_MS = 86_400_000;

/** Something owed by the end of a day. */
export interface Deadline {
  readonly matter: DeadlineMatter;
  readonly round: number;
  readonly dueOn: CivilDate;
  readonly owedBy: OwedBy;
}

/** The fact that a deadline runs, as it is told. */
export type DeadlineEvent = Extract<ProposalEvent, { readonly type: 'DeadlineSet' }>;

/** The fact that a deadline runs: until 24:00 of its day, with a reminder as many days before as the call says. */
export function deadlineSet({ matter, round, dueOn, owedBy }: Deadline, { call, calendar }: PolicyContext): DeadlineEvent {
  const dueAt = calendar.endOf(dueOn);
  const remindAt = new Date(dueAt.getTime() - call.settings.remindBeforeDays * DAY_MS);
  return { type: 'DeadlineSet', matter, round, dueAt, remindAt, owedBy };
}
