import type { OpinionAction, OpinionOutcome, OpinionState, OpinionStep } from '@plenum/proposals-domain';
import type { PersonAnswer, UnitAnswer } from '../shapes/named.responses.js';
import { DueRuleAnswer } from '../shapes/due-rule.responses.js';

/** How the opinion box is kept. */
export class OpinionBoxAnswer {
  isOpen!: boolean;
  decideWithin!: DueRuleAnswer;
  answerWithin!: DueRuleAnswer;
  perDayMax!: number;
  waitingMax!: number;
  /** 0 while nobody has set it. */
  version!: number;
  /** Whether the reader may set it, and empties the box. */
  maySet!: boolean;
}

export class OpinionBoxVersionAnswer {
  version!: number;
}

/** An opinion in a list. */
export class OpinionItem {
  id!: string;
  /** As `2026-007`. */
  number!: string;
  subject!: string;
  state!: OpinionState;
  /** The unit that is, or was last, to answer. */
  unit!: UnitAnswer | null;
  /** By when what it waits for is owed; null where nothing is. */
  dueOn!: string | null;
  overdue!: boolean;
  /** Null for whoever may not know, and for oneself. */
  suggester!: PersonAnswer | null;
  /** The day, not the moment. */
  suggestedOn!: string;
  isPublished!: boolean;
  version!: number;
}

export class OpinionListAnswer {
  items!: OpinionItem[];
  /** At most a thousand; no page goes further. */
  total!: number;
  /** There are more than the total says. */
  isMore!: boolean;
  page!: number;
  pageSize!: number;
}

/** One thing that happened to an opinion. */
export class OpinionStepAnswer {
  kind!: OpinionStep['kind'];
  outcome!: OpinionOutcome | null;
  text!: string | null;
  unit!: UnitAnswer | null;
  dueOn!: string | null;
  helped!: boolean | null;
  /** Null where it was the suggester. */
  by!: PersonAnswer | null;
  at!: string;
}

/** What everybody reads of it. */
export class OpinionPublicationAnswer {
  subject!: string;
  text!: string;
  /** Null of a hint. */
  reply!: string | null;
  at!: string;
}

/** An opinion as one reader sees it. */
export class OpinionAnswer extends OpinionItem {
  text!: string;
  /** How often it was to be answered. */
  round!: number;
  isOwn!: boolean;
  /** In the order of time; without what its suggester did where the reader may not know of it. */
  steps!: OpinionStepAnswer[];
  publication!: OpinionPublicationAnswer | null;
  allowedActions!: OpinionAction[];
}

/** Something that was published: an answer, or a hint for a proposal. */
export class PublishedOpinionItem extends OpinionPublicationAnswer {
  id!: string;
}

export class PublishedOpinionsAnswer {
  items!: PublishedOpinionItem[];
  /** At most a thousand; no page goes further. */
  total!: number;
  page!: number;
  pageSize!: number;
}

/** Where an opinion stands after what was just done to it. */
export class OpinionVersionAnswer {
  id!: string;
  state!: OpinionState;
  version!: number;
}
