import type { Channel, PendingTaskMatter, VotedKind } from '@plenum/ballot-domain';

/** Something that a ballot asks of the reader. */
export class PendingTaskAnswer {
  ballotId!: string;
  title!: string;
  kind!: VotedKind;
  channel!: Channel;
  matter!: PendingTaskMatter;
  /** Until when; null where nothing is set and others wait for it now. */
  dueAt!: string | null;
}

/** What the reader owes, what others wait for now first, then by deadline. */
export class PendingTasksAnswer {
  items!: PendingTaskAnswer[];
}
