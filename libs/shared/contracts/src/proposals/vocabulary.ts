/** What a review may end in (DOMAIN, section 5). */
export const REVIEW_OUTCOMES = ['FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED', 'PRESIDIUM'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Very satisfied, where four grades are given; satisfied, basically satisfied, dissatisfied (非常满意, 满意, 基本满意, 不满意). */
export const RATINGS = ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY', 'DISSATISFIED'] as const;
export type Rating = (typeof RATINGS)[number];

/** What a call takes silence for once the time for rating is over. */
export const SILENCE_POLICIES = ['exclude', 'explain', 'deemed-satisfied'] as const;
export type SilencePolicy = (typeof SILENCE_POLICIES)[number];

/** What came of the work on a proposal in the end. */
export const CLOSING_OUTCOMES = ['IMPLEMENTED', 'PLANNED', 'EXPLAINED', 'UNRESOLVED'] as const;
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number];

/** How a promise may be settled: done, explained why not, or carried on to a later day. */
export const SETTLEMENTS = ['DONE', 'EXPLAINED', 'CARRIED'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What the head of a delegation says to a proposal of its delegates, or what silence counts as. */
export const ENDORSEMENT_OUTCOMES = ['ENDORSED', 'RETURNED', 'LAPSED'] as const;
export type EndorsementOutcome = (typeof ENDORSEMENT_OUTCOMES)[number];

/** What somebody still owes on a proposal by a date. */
export const DEADLINE_MATTERS = [
  'reply',
  'contact',
  'feedback',
  'explanation',
  'commitment',
  'endorsement',
  'answer',
  'opinion-decision',
  'opinion-answer',
] as const;
export type DeadlineMatter = (typeof DEADLINE_MATTERS)[number];

/** Why a reply is due on another day. */
export const DUE_DATE_MOVES = ['resumed', 'extended'] as const;

/** What somebody may be asked for on a proposal. */
export const REQUEST_KINDS = [
  'merge-consent',
  'reconsideration',
  'withdrawal-consent',
  'objection',
  'add-unit',
  'extension',
  'clarification',
  'routing-objection',
  'assisting-opinion',
  'countersign',
  'sign-off',
  'committee-audit',
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What a request is answered with, or what silence counts as. */
export const REQUEST_OUTCOMES = [
  'CONSENTED',
  'REFUSED',
  'LAPSED',
  'REASSIGNED',
  'RETAINED',
  'GRANTED',
  'CLARIFIED',
  'GIVEN',
  'NOT_FILED',
  'FILED',
  'SUGGESTION',
] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** How a merge that was proposed comes to nothing. */
export const MERGE_ENDS = ['REFUSED', 'LAPSED', 'CALLED_OFF'] as const;
export type MergeEnd = (typeof MERGE_ENDS)[number];

/** What the committee may decide on an opinion: it answers itself, a unit does, nobody does, or it is kept as a hint for a proposal. */
export const OPINION_OUTCOMES = ['ACCEPTED', 'ROUTED', 'DECLINED', 'HINT'] as const;
export type OpinionOutcome = (typeof OPINION_OUTCOMES)[number];

/** An excellent proposal, or a unit that handled excellently. */
export const AWARD_KINDS = ['PROPOSAL', 'UNIT'] as const;
export type AwardKind = (typeof AWARD_KINDS)[number];
