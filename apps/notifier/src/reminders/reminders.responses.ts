import type { DeadlineHearer } from '@plenum/contracts';

/** Somebody who was reminded. */
export class RemindedResponse {
  id: string;
  name: string;
}

/** A step of a ladder that was told. */
export class ReminderResponse {
  /** What was owed. */
  matter: string;
  round: number;
  /** By when it was due then. */
  dueAt: string;
  /** How many working days after its last day the step is; less than nothing before it. */
  workingDays: number;
  toldAt: string;
  /** For whom the step was. */
  hears: DeadlineHearer[];
  /** Who that was. */
  people: RemindedResponse[];
}

/** A step that is still ahead. */
export class NextReminderResponse {
  matter: string;
  round: number;
  dueAt: string;
  at: string;
  hears: DeadlineHearer[];
}

/** Who was reminded of what is owed on one thing, and who will be. */
export class RemindersResponse {
  /** The latest first, at most two hundred. */
  told: ReminderResponse[];
  /** The next step of each that still runs, the earliest first. */
  next: NextReminderResponse[];
}
