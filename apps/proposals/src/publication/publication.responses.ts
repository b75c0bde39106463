import type { ProposalSettings, PublicationAction, PublicationState, WithheldField } from '@plenum/proposals-domain';
import type { PersonAnswer, UnitAnswer } from '../shapes/named.responses.js';

/** Whether a matter is published, for those who may read it anyhow. */
export class PublicationAnswer {
  state!: PublicationState;
  withheld!: WithheldField[];
  /** Why the proposer refused, or it was taken out. */
  reason!: string | null;
  publishedAt!: string | null;
  /** By the rules of its call, or by its proposer's consent. */
  rule!: ProposalSettings['publishReplies'];
  /** 0 while nobody published it. */
  version!: number;
  allowedActions!: PublicationAction[];
}

export class PublicationVersionAnswer {
  id!: string;
  state!: PublicationState;
  version!: number;
}

/** What one unit answered. */
export class PublishedReplyAnswer {
  unit!: UnitAnswer;
  text!: string;
  resultCategory!: string;
  at!: string;
}

/** A published matter in a list. */
export class PublishedMatterItem {
  id!: string;
  subject!: string;
  docketNo!: string | null;
  category!: string | null;
  sessionId!: string;
  units!: UnitAnswer[];
  publishedAt!: string;
}

export class PublishedMattersAnswer {
  items!: PublishedMatterItem[];
  /** At most a thousand; no page goes further. */
  total!: number;
  page!: number;
  pageSize!: number;
}

/** A published matter; null stands for what is kept back. */
export class PublishedMatterAnswer extends PublishedMatterItem {
  proposer!: PersonAnswer | null;
  /** Null for fewer than five. */
  seconders!: number | null;
  grounds!: string | null;
  measures!: string | null;
  /** The last reply of each unit. */
  replies!: PublishedReplyAnswer[];
}
