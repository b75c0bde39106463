import type { PersonAnswer } from '../shapes/named.responses.js';

/** What a proposal may ask of somebody. */
export const PENDING_TASK_MATTERS = [
  'second',
  'revise',
  'endorse',
  'rate',
  'explain',
  'take-lead',
  'review',
  'decide',
  'assign',
  'contact',
  'reply',
  'close',
  'keep-promise',
  'accept-promise',
  'answer-request',
  'consent-to-publish',
] as const;
export type PendingTaskMatter = (typeof PENDING_TASK_MATTERS)[number];

/** Something that a proposal asks of the reader. */
export class PendingTaskAnswer {
  proposalId!: string;
  subject!: string;
  docketNo!: string | null;
  leadProposer!: PersonAnswer;
  matter!: PendingTaskMatter;
  /** Until when: the first instant past the last day. Null where nothing is set. */
  dueAt!: string | null;
}

/** How much of one kind is owed. */
export class PendingTaskCountAnswer {
  matter!: PendingTaskMatter;
  /** At most a thousand: who owes more than that is told of a thousand. */
  total!: number;
}

export const OPINION_TASK_MATTERS = ['decide-opinion', 'answer-opinion', 'judge-answer'] as const;
export type OpinionTaskMatter = (typeof OPINION_TASK_MATTERS)[number];

/** An opinion that asks something of the reader. */
export class OpinionTaskAnswer {
  opinionId!: string;
  number!: string;
  subject!: string;
  /** Until when: the first instant past the last day. Null where nothing is set. */
  dueAt!: string | null;
}

/** What the opinion box asks of one kind: the most urgent first, and how many there are, at most a thousand. */
export class OpinionTasksAnswer {
  matter!: OpinionTaskMatter;
  items!: OpinionTaskAnswer[];
  total!: number;
}

/** What the reader owes, by deadline; of each kind the most urgent, and how many there are. */
export class PendingTasksAnswer {
  items!: PendingTaskAnswer[];
  counts!: PendingTaskCountAnswer[];
  /** Of the opinion box; kinds of which nothing is owed are left out. */
  opinions!: OpinionTasksAnswer[];
}
