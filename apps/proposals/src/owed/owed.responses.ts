import type { PersonAnswer } from '../board/board.responses.js';

/** What a proposal may ask of somebody. */
export const OWED_MATTERS = ['second', 'revise', 'rate', 'take-lead', 'review', 'assign', 'reply', 'close'] as const;
export type OwedMatter = (typeof OWED_MATTERS)[number];

/** Something that a proposal asks of the reader. */
export class OwedItemAnswer {
  proposalId!: string;
  subject!: string;
  docketNo!: string | null;
  leadProposer!: PersonAnswer;
  matter!: OwedMatter;
  /** Until when: the first instant past the last day. Null where nothing is set. */
  dueAt!: string | null;
}

/** How much of one kind is owed. */
export class OwedCountAnswer {
  matter!: OwedMatter;
  /** At most a thousand: who owes more than that is told of a thousand. */
  total!: number;
}

/** What the reader owes, by deadline; of each kind the most urgent, and how many there are. */
export class OwedAnswer {
  items!: OwedItemAnswer[];
  counts!: OwedCountAnswer[];
}
