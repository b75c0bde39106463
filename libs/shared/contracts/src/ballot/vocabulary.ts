/** What an explanation of a count may say, in the order of the gates (COUNTING); the web words each. */
export const BALLOT_EXPLANATIONS = [
  'figures-consistent',
  'figures-inconsistent',
  'surplus-met',
  'surplus-missed',
  'single-slate',
  'quorum-reached',
  'quorum-missed',
  'returned-within-limit',
  'returned-above-limit',
  'participation-reached',
  'participation-missed',
  'item-passed',
  'item-not-passed',
  'all-items-passed',
  'some-items-passed',
  'no-item-passed',
  'bundle-failed',
  'elect-threshold',
  'most-votes-win',
  'all-qualified-elected',
  'best-elected',
  'tie-at-the-cut',
  'tie-to-runoff',
  'tie-by-fewer-against',
  'tie-left-vacant',
  'tie-by-lots',
  'shortage-supplementary',
  'shortage-vacant',
  'shortage-presidium',
  'shortage-reduce',
  'grades-counted',
  'votes-counted',
] as const;
export type BallotExplanation = (typeof BALLOT_EXPLANATIONS)[number];

/** How a count may end (COUNTING). A result is published under one of these. */
export const BALLOT_OUTCOMES = [
  'inconsistent',
  'too-few-candidates',
  'no-quorum',
  'void',
  'too-few-votes',
  'passed',
  'partly-passed',
  'not-passed',
  'decided',
  'next-round',
  'lots',
  'counted',
] as const;
export type BallotOutcome = (typeof BALLOT_OUTCOMES)[number];

/** Whose vote it is: the session's full delegates, all staff, those whom an election before elected, or the heads of delegations. */
export const BALLOT_ELECTORATES = ['delegates', 'staff', 'elected', 'heads'] as const;
export type BallotElectorate = (typeof BALLOT_ELECTORATES)[number];

/** The states of a ballot, from draft rules to the archive (DOMAIN 6.1). */
export const BALLOT_STATES = [
  'RULES_DRAFT',
  'RULES_ADOPTED',
  'NOMINATION',
  'ROLL_FROZEN',
  'OPEN',
  'CLOSED',
  'TALLIED',
  'SIGNED',
  'DECLARED',
  'APPROVED',
  'REJECTED',
  'PUBLISHED',
  'ARCHIVED',
  'ANNULLED',
] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

/**
 * What organisers are waited for with after a declaration: the higher body's answer, and what becomes of the result when its posting ends.
 */
export const BALLOT_DEADLINE_MATTERS = ['approval', 'publication'] as const;
export type BallotDeadlineMatter = (typeof BALLOT_DEADLINE_MATTERS)[number];

/** How an objection to a posted result is answered. */
export const OBJECTION_OUTCOMES = ['UPHELD', 'DISMISSED'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/** Whether an elected office is held for the session of its election, or for the organisation beyond it. */
export const OFFICE_SCOPES = ['session', 'organisation'] as const;
